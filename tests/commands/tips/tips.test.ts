import { expect, test } from 'vitest';
import { openHall } from '../../hall/hall.ts';
import { biology } from '../biology.ts';
import { trees } from './subjects.ts';

const manager = { permissions: { moderates: true, manages: true } };
const HOUR = 60 * 60_000;

/** It is Sunday, 22 November 2026, 12:00 by UTC: 13:00 in Berlin. */
async function hall() {
  const study = await openHall({ decks: [trees, biology] });
  return { study, mona: study.member('Mona', manager), ana: study.member('Ana') };
}

test('a tip a day: set up, previewed, posted, and none twice until all were shown', async () => {
  const { study, mona } = await hall();
  const set = await mona.types('/tips on trees timezone:berlin time:9am');
  expect(set).toMatchObject({ by: 'the asker' });
  expect(set.text).toMatch(/A tip about Trees comes here every day at 09:00 \(Europe\/Berlin\)\./);
  expect(set.text).toMatch(/The next comes on Monday,? 23 November 2026 at 09:00\.\n/);
  expect(set.text).toMatch(/It will look like this:\nTip of the day: \w+\n\w+ (grows slowly|likes rain)\./);
  expect(study.platform.messages).toEqual([]);

  study.clock.pass(20 * HOUR - 1000);
  for (let day = 0; day < 6; day += 1) {
    if (day > 0) study.clock.pass(24 * HOUR - 60_000);
    await study.until(() => study.platform.messages.length === day + 1);
  }
  const texts = study.platform.messages.map(({ text }) => text.split('\n')[1]);
  expect(new Set(texts).size).toBe(6);
  expect(texts[0]).toBe(set.text.split('\n').at(-2));
  const [first] = study.platform.messages;
  expect(first?.at).toBeGreaterThanOrEqual(Date.UTC(2026, 10, 23, 8));
  expect(first?.at).toBeLessThan(Date.UTC(2026, 10, 23, 8) + 1000);
  expect(first?.text).toMatch(/Documentation/);
  const topic = /Tip of the day: (\w+)/.exec(first?.text ?? '')?.[1];
  const more = first && (await study.member('Ana').clicks(first, 'Tell me more'));
  expect(more).toMatchObject({ by: 'the asker' });
  expect(more?.text).toContain(`# ${topic}`);
  await study.stop();
});

test('who does not manage the server is told who can', async () => {
  const { study, ana, mona } = await hall();
  for (const line of ['/tips on trees timezone:utc', '/tips off', '/tips now', '/tips pause', '/tips resume'])
    expect((await ana.types(line)).text).toMatch(/Only whoever manages this server can set that/);
  expect((await ana.types('/tips status')).text).toMatch(/Nothing is posted here day by day/);
  expect((await mona.types('/tips off')).text).toMatch(/Nothing is posted here day by day/);
  const direct = study.member('Ana', { direct: true });
  expect((await direct.types('/tips on trees timezone:utc')).text).toMatch(
    /comes here every day at 09:00 \(UTC\)/,
  );
  await study.stop();
});

test.each([
  ['/tips on trees', /Add the time zone once, and I keep it for this server: timezone:Europe\/Berlin/],
  [
    '/tips on trees timezone:nowhereland',
    /I know no time zone “nowhereland”. Name a large city or a country, or write it like Europe\/Berlin/,
  ],
  ['/tips on trees timezone:utc time:25:00', /“25:00” is no time of day. Write it like 09:00/],
  ['/tips on trees timezone:utc days:someday', /“someday” are no days. Write every, weekdays/],
  ['/tips on xylophone timezone:utc', /I found no topic for “xylophone”/],
  ['/tips on kind:question larch timezone:utc', /There are no questions about Larch yet/],
  ['/tips on kind:joke', /“kind” is one of tip, question/],
])('%s is refused in one sentence', async (line, sentence) => {
  const { study, mona } = await hall();
  const seen = await mona.types(line);
  expect(seen.text).toMatch(sentence);
  expect(seen.by).toBe('the asker');
  expect(await study.house.tips.at('discord:study')).toEqual([]);
  await study.stop();
});

test('a place where we cannot post says so at once', async () => {
  const { study } = await hall();
  const cannotPost = 'I may not post here: give me “Send Messages” in this channel, then try again.';
  const mona = study.member('Mona', { permissions: { ...manager.permissions, cannotPost } });
  expect((await mona.types('/tips on trees timezone:utc')).text).toBe(cannotPost);
  await study.stop();
});

test('the zone is kept for the server', async () => {
  const { study, mona } = await hall();
  await mona.types('/tips on trees timezone:kolkata');
  const elsewhere = study.member('Mona', { ...manager, place: 'elsewhere' });
  expect((await elsewhere.types('/tips on biology days:weekdays time:18:30')).text).toMatch(
    /about Cell biology comes here on weekdays at 18:30 \(Asia\/(Kolkata|Calcutta)\)/,
  );
  await study.stop();
});

test('status, pause, resume, now and off', async () => {
  const { study, mona, ana } = await hall();
  await mona.types('/tips on broad leaves timezone:utc');
  expect((await ana.types('/tips')).text).toMatch(
    /A tip about Broad leaves comes every day at 09:00 \(UTC\); next on Monday,? 23 November 2026 at 09:00, set up by Mona/,
  );
  expect((await mona.types('/tips now')).text).toBe('The tip of the day is on its way.');
  await study.sees(/Tip of the day: (Hazel|Walnut)/);
  expect((await mona.types('/tips pause')).text).toMatch(/A tip about Broad leaves is paused/);
  expect((await ana.types('/tips status')).text).toMatch(/is paused: somebody asked for it/);
  study.clock.pass(48 * HOUR);
  expect((await mona.types('/tips resume')).text).toMatch(
    /The next comes on Wednesday,? 25 November 2026 at 09:00/,
  );
  expect(study.platform.messages).toHaveLength(1);
  study.clock.pass(24 * HOUR);
  await study.until(() => study.platform.messages.length === 2);
  expect((await mona.types('/tips off')).text).toMatch(/No tip of the day comes here any more/);
  study.clock.pass(48 * HOUR);
  expect((await ana.types('/tips status')).text).toMatch(/Nothing is posted here/);
  expect(study.platform.messages).toHaveLength(2);
  await study.stop();
});

test('what is set up anew on a day that had its tip begins on the next day', async () => {
  const { study, mona } = await hall();
  await mona.types('/tips on trees timezone:utc time:13:00');
  study.clock.pass(HOUR);
  await study.until(() => study.platform.messages.length === 1);
  expect((await mona.types('/tips on trees timezone:utc time:18:00')).text).toMatch(
    /The next comes on Monday,? 23 November 2026 at 18:00/,
  );
  await mona.types('/tips pause');
  expect((await mona.types('/tips resume')).text).toMatch(/The next comes on Monday/);
  await study.stop();
});

test('after a short absence the tip comes late; after a long one it is let go', async () => {
  const { study, mona } = await hall();
  await mona.types('/tips on trees timezone:utc');
  await study.stop();
  study.clock.pass(24 * HOUR);
  const second = await openHall({ ...study, decks: [trees], store: undefined });
  await second.until(() => second.platform.messages.length === 1);
  await second.stop();
  study.clock.pass(31 * HOUR);
  const third = await openHall({ ...study, decks: [trees], store: undefined });
  const ana = third.member('Ana');
  await third.sooner(() => ana.types('/tips status'), /next on Wednesday,? 25 November/);
  expect(third.platform.messages).toHaveLength(1);
  await third.stop();
});

test('two processes on one store never both post', async () => {
  const { study, mona } = await hall();
  const other = await openHall({ ...study, decks: [trees, biology], store: undefined });
  await mona.types('/tips on trees timezone:utc');
  for (let day = 0; day < 5; day += 1) study.clock.pass(24 * HOUR);
  await study.until(() => study.platform.messages.length >= 1);
  for (let day = 1; day <= 5; day += 1) {
    study.clock.pass(24 * HOUR);
    await study.until(() => study.platform.messages.length >= day);
  }
  const days = study.platform.messages.map(({ at }) => Math.floor(at / (24 * HOUR)));
  expect(new Set(days).size).toBe(days.length);
  await study.stop();
  await other.stop();
});

test('a place that refuses is tried for a day, then paused with a private note; one command brings it back', async () => {
  const { study, mona } = await hall();
  await mona.types('/tips on trees timezone:utc days:mon');
  const refusing = (what: string) =>
    what === 'post study' ? ({ failure: { kind: 'refused' }, done: false } as const) : undefined;
  for (let tries = 0; tries < 60; tries += 1) study.platform.fails(refusing);
  study.clock.pass(22 * HOUR);
  await study.until(() => study.platform.calls.length > 0);
  await study.sooner(() => mona.types('/tips status'), /This channel has refused my messages since/);
  for (let hour = 0; hour < 30; hour += 1) {
    study.clock.pass(HOUR);
    for (let turn = 0; turn < 200; turn += 1) await new Promise(setImmediate);
  }
  await study.until(() => study.platform.directs.length === 1);
  expect(study.platform.directs[0]).toMatchObject({ member: 'mona' });
  expect(study.platform.directs[0]?.text).toMatch(/could not post “Trees” in its channel for a whole day/);
  expect((await mona.types('/tips status')).text).toMatch(
    /is paused: this channel has taken no message for a day/,
  );
  expect((await mona.types('/tips resume')).text).toMatch(/next comes on Monday,? 30 November/);
  await study.stop();
});
