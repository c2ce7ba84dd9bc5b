import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countSecond } from '../../src/chat/second.ts';

const SECOND = 1000;
const MOST = 5;

test('however long requests are on their way, no more arrive in a second than are to', () => {
  const request = fc.record({ pause: fc.nat(300), there: fc.nat(400), back: fc.nat(400) });
  fc.assert(
    fc.property(fc.array(request, { minLength: 20, maxLength: 60 }), fc.nat(8), (requests, quick) => {
      const second = countSecond();
      // The quickest way there is has been gone, to within the hundredth of a second that is left for it.
      for (let count = 0; count < 50; count += 1) second.begin(-10 * SECOND)(-10 * SECOND + quick);
      const answers: { at: number; end: (now: number) => void }[] = [];
      const arrivals: number[] = [];
      let now = 0;
      const pass = (until: number) => {
        const due = answers.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
        for (const answer of due) {
          answers.splice(answers.indexOf(answer), 1);
          answer.end(answer.at);
        }
        now = until;
      };
      for (const { pause, there, back } of requests) {
        pass(now + pause);
        while (second.count(now) >= MOST) {
          const room = second.fewerThan(MOST, now);
          pass(Number.isFinite(room) ? room : Math.min(...answers.map(({ at }) => at)));
        }
        arrivals.push(now + there);
        answers.push({ at: now + there + Math.max(back, quick), end: second.begin(now) });
      }
      const most = Math.max(
        ...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + SECOND).length),
      );
      expect(most).toBeLessThanOrEqual(MOST);
    }),
  );
});

test('where all are on their way equally long, as many begin in a second as arrive', () => {
  const second = countSecond();
  const begin = (at: number) => second.begin(at)(at + 200);
  for (let count = 0; count < 50; count += 1) begin(-10 * SECOND);
  for (let count = 0; count < MOST; count += 1) begin(0);
  expect([second.count(300), second.fewerThan(MOST, 300)]).toEqual([MOST, 1010]);
  expect(second.count(1010)).toBe(0);
  expect(second.fewerThan(MOST, 1010)).toBe(1010);
});

test('as long as nobody knows how quick an answer can be, each counts for a second after its own', () => {
  const second = countSecond();
  second.begin(0)(200);
  expect(second.fewerThan(1, 300)).toBe(1210);
  for (let count = 0; count < 49; count += 1) second.begin(0)(150);
  expect(second.fewerThan(1, 300)).toBe(1060);
});

test('what is not answered counts, and nobody knows for how long', () => {
  const second = countSecond();
  for (let count = 0; count < MOST; count += 1) second.begin(0);
  expect([second.count(9 * SECOND), second.fewerThan(MOST, 9 * SECOND)]).toEqual([
    MOST,
    Number.POSITIVE_INFINITY,
  ]);
  expect(second.fewerThan(MOST + 1, 9 * SECOND)).toBe(9 * SECOND);
});

test('a clock that is set back makes nothing wait', () => {
  const second = countSecond();
  second.begin(100 * SECOND)(100 * SECOND);
  expect(second.count(0)).toBe(0);
});
