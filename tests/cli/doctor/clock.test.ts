import { describe, expect, test } from 'vitest';
import { readingOf } from '../../../src/chat/examination.ts';
import { clockFindings, skewOf } from '../../../src/cli/doctor/clock.ts';

const AT = Date.UTC(2026, 10, 2, 12);
const found = (sent: number, theirs: number) =>
  clockFindings(new Map([['Slack', { sent, received: sent + 100, from: theirs, to: theirs }]]));

describe('the clock', () => {
  test.each([
    ['in step', 0, 'fine', 'in step with Slack.'],
    ['half a second off', 500, 'fine', 'in step with Slack.'],
    ['over 2 seconds ahead', 2500, 'note', /^2\.5 seconds ahead of Slack\. .*timedatectl/],
    ['over 2 seconds behind', -2600, 'note', /^2\.5 seconds behind Slack/],
    ['over 30 seconds ahead', 31_000, 'fault', /^31\.0 seconds ahead of Slack: questions close.*NTP/],
    ['an hour behind', -3_600_000, 'fault', /^3599\.9 seconds behind Slack/],
  ])('%s', (_, off, state, sentence) => {
    expect(found(AT + off, AT)).toEqual([
      {
        state,
        about: 'This machine',
        sentence: typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
      },
    ]);
  });

  test('that nobody has told is noted', () => {
    expect(clockFindings(new Map())).toMatchObject([{ state: 'note' }]);
  });

  test('is not blamed for a slow answer, nor for the part of a second that a Date header leaves away', () => {
    expect(skewOf({ sent: AT, received: AT + 9000, from: AT + 4000, to: AT + 4000 })).toBe(0);
    const date = new Date(AT).toUTCString();
    const reading = readingOf(date, AT + 900, AT + 950);
    expect(reading && skewOf(reading)).toBe(0);
    expect(readingOf(null, 0, 0)).toBeUndefined();
    expect(readingOf('yesterday', 0, 0)).toBeUndefined();
  });
});
