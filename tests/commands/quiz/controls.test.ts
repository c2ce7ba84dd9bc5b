import { expect, test } from 'vitest';
import { hall, question } from './study.ts';

const moderator = { permissions: { moderates: true, manages: false } };

test('an old button says that its question is closed, and after the round that it is over', async () => {
  const { study, ana, ben } = await hall();
  await ana.types('/quiz start france questions:2');
  const opening = await study.sees(/Quiz:/);
  await ana.clicks(opening, 'Start now');
  const first = await question(study, 1);
  const old = { message: first.message };
  await ben.picks(old, 'A');
  await study.sees(/Right answer/);
  const reveal = study.platform.messages.at(-1);
  const second = await question(study, 2);
  expect((await ben.picks(old, 'A')).text).toBe('That question is closed.');
  expect(reveal && (await ana.clicks(reveal, 'Next')).text).toBe('That question is closed.');
  await ana.types('/quiz stop');
  await study.sees(/was stopped/);
  expect((await ben.picks({ message: second.message.length > 0 ? old.message : [] }, 'B')).text).toMatch(
    /round is over/,
  );
  expect((await ben.clicks(opening, 'I’m in')).text).toMatch(/round is over/);
  await study.stop();
});

test('only the host and moderators steer; the host’s silence opens Next to every player', async () => {
  const { study, ana, ben } = await hall();
  const mia = study.member('Mia', moderator);
  expect((await ben.types('/quiz stop')).text).toMatch(/No round is being played here/);
  await ana.types('/quiz start france questions:3 seconds:none');
  const opening = await study.sees(/Quiz:/);
  await ben.clicks(opening, 'I’m in');
  expect((await mia.clicks(opening, 'Start now')).text).toMatch(/on its way/);
  const first = await question(study, 1);
  expect(first.text).toMatch(/no time limit: open until all players have answered, or Ana presses Reveal/);
  for (const command of ['/quiz stop', '/quiz skip', '/quiz pause'])
    expect((await ben.types(command)).text).toMatch(/Only Ana/);
  expect((await ben.clicks(first, 'Reveal')).text).toMatch(
    /for everyone once Ana has been away for a minute/,
  );
  study.clock.pass(60_000);
  expect((await ben.clicks(first, 'Reveal')).text).toMatch(/on its way/);
  const reveal = await study.sees(/Nobody answered/);
  expect((await mia.types('/quiz pause')).text).toMatch(/paused/);
  await study.sees(/The round is paused/);
  expect((await ana.clicks(reveal, 'Next')).text).toMatch(/cannot be done just now/);
  await ana.types('/quiz resume');
  const second = await question(study, 2);
  await ana.types('/quiz skip');
  const skipped = await study.sees(/was skipped and does not count/);
  expect(second.text).toMatch(/closed/);
  await ana.clicks(skipped, 'Next');
  await question(study, 3);
  await mia.types('/quiz stop');
  expect((await study.sees(/was stopped/)).text).toMatch(/Ben: 0 right/);
  await study.stop();
});
