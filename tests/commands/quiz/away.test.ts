import { expect, test } from 'vitest';
import { openHall } from '../../hall/hall.ts';
import { geography } from './geography.ts';

async function playing() {
  const study = await openHall({ decks: [geography] });
  const ana = study.member('Ana');
  await ana.types('/quiz start france questions:2 seconds:60');
  await ana.clicks(await study.sees(/Quiz:/), 'Start now');
  const asked = await study.sees(/Question 1 of 2/);
  await ana.picks(asked, 'A');
  await study.until(() => study.clock.now() > asked.at + 3000);
  return { study, ana, asked };
}

/** Another process on the same store and channel, as after a restart. */
function restarted({ clock, platform, dataDir }: Awaited<ReturnType<typeof openHall>>) {
  return openHall({ decks: [geography], clock, platform, dataDir });
}

test('after a short restart the round goes on as if nothing had been', async () => {
  const { study, asked } = await playing();
  await study.stop();
  study.clock.pass(2000);
  const again = await restarted(study);
  const reveal = await again.sees(/Right answer/);
  expect(reveal.text).toMatch(/of 1 (was|were) right|One answered/);
  expect(reveal.at - asked.at).toBeLessThan(64_000);
  expect(again.platform.messages.some(({ text }) => /I was away/.test(text))).toBe(false);
  await again.stop();
});

test('after a longer one it says so, and the question is open as long as before', async () => {
  const { study, asked } = await playing();
  await study.stop();
  study.clock.pass(20_000);
  const again = await restarted(study);
  expect((await again.sees(/I was away/)).text).toMatch(/still open and closes/);
  const reveal = await again.sees(/Right answer/);
  expect(reveal.at - asked.at).toBeLessThan(64_000);
  await again.stop();
});

test('a question whose time ran out meanwhile is open again with fresh time and the answers it had', async () => {
  const { study, asked } = await playing();
  await study.stop();
  study.clock.pass(10 * 60_000);
  const again = await restarted(study);
  const reopened = await again.sees(/This question is open again, and the answers that I have still count/);
  expect(asked.text).toMatch(/closed/);
  const ben = again.member('Ben');
  expect((await ben.picks(reopened, 'B')).text).toMatch(/2 have answered/);
  const reveal = await again.sees(/Right answer/);
  expect(reveal.at - reopened.at).toBeGreaterThan(60_000);
  expect(reveal.text).toMatch(/of 2 (was|were) right|2 answered/);
  await again.stop();
});

test('a round of a dead process is taken over within five seconds', async () => {
  const { study } = await playing();
  const other = await restarted(study);
  await study.stop();
  const died = study.clock.now();
  study.clock.pass(62_000 - (died - (study.platform.messages.at(-1)?.at ?? died)));
  const due = study.clock.now();
  await other.sees(/Right answer/);
  expect(other.clock.now() - due).toBeLessThan(5000);
  await other.stop();
});

test('when the channel takes no messages the round pauses, its host is told, and it can be stopped or resumed', async () => {
  const { study, ana } = await playing();
  study.platform.fails((what) =>
    what === 'post study' ? { failure: { kind: 'refused' }, done: false } : undefined,
  );
  await study.until(() => study.platform.directs.length > 0);
  expect(study.platform.directs[0]).toMatchObject({ member: 'ana' });
  expect(study.platform.directs[0]?.text).toMatch(
    /can no longer post in the channel of your round on France/,
  );
  expect((await ana.types('/quiz resume')).text).toMatch(/On we go/);
  await study.sees(/Right answer/);
  expect((await ana.types('/quiz stop')).text).toMatch(/The round is over/);
  await study.sees(/was stopped/);
  await study.stop();
});

test('a refused edit does not keep the reveal back', async () => {
  const { study } = await playing();
  study.platform.fails((what) =>
    what.startsWith('edit') ? { failure: { kind: 'refused' }, done: false } : undefined,
  );
  expect((await study.sees(/Right answer/)).text).toBeTruthy();
  await study.stop();
});

test('nothing stays in progress for ever', async () => {
  const { study, ana } = await playing();
  await ana.types('/quiz pause');
  await study.sees(/The round is paused/);
  study.clock.pass(24 * 60 * 60_000);
  await study.sees(/Nobody went on with it for a day/);
  expect(await study.house.rounds.at('discord:study')).toBeUndefined();
  await study.stop();
});
