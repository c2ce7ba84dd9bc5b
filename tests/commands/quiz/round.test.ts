import { expect, test } from 'vitest';
import { choiceOf } from '../../hall/hall.ts';
import { hall, letterOf, question } from './study.ts';

test('a group plays a round to its end', async () => {
  const { study, ana, ben, cleo } = await hall();
  expect((await ana.types('/quiz start france questions:2')).text).toMatch(
    /Your round on France starts here/,
  );

  const opening = await study.sees(/Quiz: France/);
  expect(opening.text).toMatch(/Ana starts a round: 2 questions, 60 seconds each/);
  expect((await ben.clicks(opening, 'I’m in')).text).toMatch(/You are in. One player so far/);
  expect((await ben.clicks(opening, 'Start now')).text).toMatch(
    /Only Ana, who started the round, or a moderator/,
  );
  await ana.clicks(opening, 'Start now');

  const first = await question(study, 1);
  expect(first.text).toMatch(/^Which city/);
  const recorded = await ana.picks(first, letterOf(first, 'Paris'));
  expect(recorded).toMatchObject({ by: 'the asker' });
  expect(recorded.text).toMatch(/Recorded: [A-D], Paris. One has answered so far/);
  expect((await ben.picks(first, letterOf(first, 'Lyon'))).text).toMatch(/2 have answered/);

  const reveal = await study.sees(/Right answer/);
  expect(first.text).toMatch(/This question is closed/);
  expect(() => choiceOf(first.message)).toThrow();
  expect(reveal.replyTo).toBe(first.id);
  expect(reveal.text).toMatch(/Right answer: [A-D], Paris\n1 of 2 was right: Ana\./);
  expect(reveal.text).toMatch(/Lyon: chosen by one/);
  expect(reveal.text).toMatch(/is where the government sits/);
  expect(reveal.text).toMatch(/1\. Ana: 1 right\n2\. Ben: 0 right/);

  const second = await question(study, 2);
  await cleo.picks(second, letterOf(second, 'Paris'));
  await study.sees(/Right answer/);
  const end = await study.sees(/The round on France is over/);
  expect(end.text).toMatch(/Final standings\n1\. Ana: 1 right\n1\. Cleo: 1 right\n3\. Ben: 0 right/);
  expect(end.text).toMatch(/The hardest question: .* \(1 of 2 right\)/);
  // opening, 2 questions, 2 reveals, end; and one edit a question
  expect(study.platform.messages).toHaveLength(6);
  expect(study.platform.calls.filter((call) => call.startsWith('edit'))).toHaveLength(2);

  const missed = await ben.clicks(end, 'Practise what I missed');
  expect(missed.text).toMatch(/Question 1 of 1 · your mistakes/);
  expect((await ana.clicks(end, 'Practise what I missed')).text).toMatch(/You missed nothing/);
  await study.stop();
});

test('when all have answered, question 2 closes early, but question 1 waits for latecomers', async () => {
  const { study, ana } = await hall();
  await ana.types('/quiz start geography questions:3');
  await ana.clicks(await study.sees(/Quiz: Geography/), 'Start now');
  const first = await question(study, 1);
  await ana.picks(first, first.text.includes('two') ? 'AB' : 'A');
  await study.sees(/Right answer/);
  expect(study.clock.now() - first.at).toBeGreaterThan(60_000);
  const second = await question(study, 2);
  await ana.picks(second, second.text.includes('two') ? 'AB' : 'A');
  const reveal = await study.sees(/Right answer/);
  expect(reveal.at - second.at).toBeGreaterThanOrEqual(10_000);
  expect(reveal.at - second.at).toBeLessThan(16_000);
  await study.stop();
});

test('20 equal clicks at once count once', async () => {
  const { study, ana, ben } = await hall();
  await ana.types('/quiz start france questions:1');
  await ana.clicks(await study.sees(/Quiz:/), 'Start now');
  const first = await question(study, 1);
  const right = letterOf(first, 'Paris');
  const replies = await Promise.all(Array.from({ length: 20 }, () => ben.picks(first, right)));
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  const reveal = await study.sees(/Right answer/);
  expect(reveal.text).toMatch(/1 of 1 was right: Ben/);
  expect(reveal.text).toMatch(/Paris: chosen by one/);
  await study.stop();
});

test('nothing that is sent before the reveal tells the right choice', async () => {
  const { study, ana, ben } = await hall();
  await ana.types('/quiz start portugal questions:1');
  await ana.clicks(await study.sees(/Quiz:/), 'Start now');
  const first = await question(study, 1);
  const wrong = letterOf(first, 'Lyon');
  const sent = [
    ...study.platform.messages.map(({ message }) => message),
    (await ben.picks(first, wrong)).message,
  ];
  expect(JSON.stringify(sent)).not.toMatch(/government sits|"right"/i);
  const { options } = choiceOf(first.message);
  expect(options.map(({ value }) => value)).toEqual(['0', '1', '2', '3']);
  await study.stop();
});

test('two timed questions without any answer end the round politely', async () => {
  const { study, ana } = await hall();
  await ana.types('/quiz start geography questions:5 seconds:10');
  await study.sees(/Two questions in a row had no answer/);
  expect(
    study.platform.messages.filter(({ text }) => /Question \d/.test(text) || /closed/.test(text)),
  ).toHaveLength(2);
  await study.stop();
});

test('choose TWO is right only as the exact set', async () => {
  const { study, ana, ben, cleo } = await hall();
  await ana.types('/quiz start poland questions:2');
  await ana.clicks(await study.sees(/Quiz:/), 'Start now');
  await question(study, 1);
  let asked = study.platform.messages.at(-1);
  if (!asked?.text.includes('two')) {
    await ana.types('/quiz skip');
    await study.sees(/skipped/);
    asked = await question(study, 2);
  }
  const on = asked;
  expect((await ana.picks(on, 'A')).text).toBe('Pick exactly 2 answers.');
  const right = [letterOf(on, 'Warta'), letterOf(on, 'Vistula')];
  await ana.picks(on, right.join(''));
  await ben.picks(on, `${right[0]}${letterOf(on, 'Seine')}`);
  await cleo.picks(on, right.toReversed().join(''));
  const reveal = await study.sees(/Right answers/);
  expect(reveal.text).toMatch(/Right answers: [A-E], (Vistula|Warta) and [A-E], (Vistula|Warta)/);
  expect(reveal.text).toMatch(/2 of 3 were right: Ana, Cleo/);
  await study.stop();
});

test('party scoring pays for speed, study does not', async () => {
  const { study, ana, ben } = await hall();
  await ana.types('/quiz start france questions:1 scoring:party seconds:100');
  await ana.clicks(await study.sees(/worth more the sooner/), 'Start now');
  const first = await question(study, 1);
  await ana.picks(first, letterOf(first, 'Paris'), first.at);
  await ben.picks(first, letterOf(first, 'Paris'), first.at + 50_000);
  expect((await study.sees(/Right answer/)).text).toMatch(
    /1\. Ana: 1000 points, 1 right\n2\. Ben: 750 points, 1 right/,
  );
  await study.stop();
});
