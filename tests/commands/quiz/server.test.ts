import { expect, test } from 'vitest';
import { type Hall, openHall } from '../../hall/hall.ts';
import { biology } from '../biology.ts';
import { geography } from './geography.ts';

const DAY = 24 * 60 * 60_000;
const manager = { permissions: { moderates: true, manages: true } };

/** Plays a round on Portugal's easy question in which these members are right, and these wrong. */
async function round(study: Hall, right: string[], wrong: string[], place = 'study') {
  const host = study.member('Host', { place });
  await host.types('/quiz start portugal level:1 questions:1 seconds:30');
  await host.clicks(await study.sees(/Quiz: Portugal/), 'Start now');
  const asked = await study.sees(/Question 1 of 1/);
  const part = asked.message.find(({ kind }) => kind === 'choice');
  const options = part?.kind === 'choice' ? part.options : [];
  const letter = (wording: string) =>
    String.fromCharCode(65 + options.findIndex(({ text }) => JSON.stringify(text).includes(wording)));
  for (const name of right) await study.member(name, { place }).picks(asked, letter('Lisbon'));
  for (const name of wrong) await study.member(name, { place }).picks(asked, letter('Lyon'));
  return study.sees(/is over/);
}

test('the leaderboard counts right answers in the server’s rounds, a question once a week', async () => {
  const study = await openHall({ decks: [geography] });
  const ana = study.member('Ana');
  expect((await ana.types('/quiz leaderboard')).text).toMatch(/Nobody has answered a question/);
  await round(study, ['Ana', 'Ben'], ['Cleo']);
  await round(study, ['Ana', 'Cleo'], ['Ben'], 'elsewhere');
  const board = await ana.types('/quiz leaderboard');
  expect(board).toMatchObject({ by: 'everyone' });
  expect(board.text).toMatch(
    /# Leaderboard of this week\n1\. Ana: 1 of 1 right \(100 %\)\n1\. Ben: 1 of 1 right \(100 %\)\n3\. Cleo: 0 of 1 right/,
  );
  study.clock.pass(7 * DAY);
  await round(study, ['Ana'], ['Ben']);
  expect((await ana.types('/quiz leaderboard week')).text).toMatch(
    /1\. Ana: 1 of 1 right[\s\S]*2\. Ben: 0 of 1 right/,
  );
  expect((await ana.types('/quiz leaderboard period:ever')).text).toMatch(
    /1\. Ana: 2 of 2 right[\s\S]*2\. Ben: 1 of 2 right/,
  );
  expect((await study.member('Cleo').clicks(board, 'My place')).text).toMatch(/You have not answered/);
  expect((await study.member('Ben').clicks(board, 'My place')).text).toMatch(
    /You are in place 2: 0 of 1 right \(0 %\)/,
  );
  await study.stop();
});

test('who hides is off the leaderboard, and still finds their own score', async () => {
  const study = await openHall({ decks: [geography] });
  const ana = study.member('Ana');
  await round(study, ['Ana', 'Ben'], []);
  expect((await ana.types('/studyhall hide')).text).toMatch(/You are off/);
  const board = await study.member('Ben').types('/quiz leaderboard');
  expect(board.text).not.toMatch(/Ana/);
  expect((await ana.clicks(board, 'My place')).text).toMatch(/You are not on the leaderboard: 1 of 1 right/);
  await ana.types('/studyhall show');
  expect((await ana.types('/quiz leaderboard')).text).toMatch(/Ana/);
  const direct = study.member('Ana', { direct: true });
  expect((await direct.types('/quiz leaderboard')).text).toMatch(/A leaderboard is for a server/);
  expect((await direct.types('/studyhall hide')).text).toMatch(/That is for a server/);
  await study.stop();
});

test('whoever manages the server settles who starts rounds, who sees lookups, and which decks there are', async () => {
  const study = await openHall({ decks: [geography, biology] });
  const ana = study.member('Ana');
  const mona = study.member('Mona', manager);
  expect((await ana.types('/studyhall settings')).text).toMatch(/Only whoever manages this server/);
  let page = await mona.types('/studyhall settings');
  expect(page.text).toMatch(/Rounds may be started by everyone[\s\S]*Decks: Geography, Cell biology/);
  expect((await ana.clicks(page, 'Let only moderators start rounds')).text).toMatch(/Only whoever manages/);

  page = await mona.clicks(page, 'Let only moderators start rounds');
  expect(page).toMatchObject({ by: 'the asker', replaces: true });
  expect(page.text).toMatch(/started by moderators only/);
  expect((await ana.types('/quiz start')).text).toMatch(/Here only moderators start rounds/);
  expect((await mona.types('/quiz start france')).text).toMatch(/starts here/);

  page = await mona.clicks(page, 'Show lookups to the asker');
  expect((await ana.types('/geo france')).by).toBe('the asker');
  expect((await ana.types('/geo france --public')).by).toBe('everyone');

  page = await mona.clicks(page, 'Hide Geography');
  expect(page.text).toMatch(/Decks: Cell biology\. Hidden here: Geography/);
  expect((await ana.types('/geo france')).text).toMatch(/Geography is hidden in this server/);
  expect((await ana.types('/quiz solo france')).text).toMatch(/I found no topic/);
  expect((await ana.types('/studyhall help')).text).not.toMatch(/Geography:|\/geo/);
  page = await mona.clicks(page, 'Show Geography');
  expect((await ana.types('/geo france')).text).toMatch(/France is a country/);
  await study.stop();
});

test('settings last, and other processes on the store learn of them', async () => {
  const study = await openHall({ decks: [geography] });
  const page = await study.member('Mona', manager).types('/studyhall settings');
  await study.member('Mona', manager).clicks(page, 'Let only moderators start rounds');
  const other = await openHall({ decks: [geography], clock: study.clock, dataDir: study.dataDir });
  expect(other.house.settings.of('discord:hall').starters).toBe('moderators');
  await study.member('Mona', manager).clicksId('studyhall:set:starters:everyone');
  await study.until(() => other.house.settings.of('discord:hall').starters === 'everyone', 10_000);
  await study.stop();
  await other.stop();
});

test('a member takes their data along, or away', async () => {
  const study = await openHall({ decks: [geography] });
  const ana = study.member('Ana');
  const end = await round(study, ['Ana', 'Ben'], []);
  expect(end.text).toMatch(/Ana: 1 right/);
  const exported = await ana.types('/studyhall export');
  expect(exported.by).toBe('the asker');
  const file = exported.message.find(({ kind }) => kind === 'file');
  const rows = JSON.parse(file?.kind === 'file' ? file.content : '');
  expect(JSON.stringify(rows)).toMatch(/portugal-capital/);
  expect(JSON.stringify(rows)).not.toMatch(/Ben/);

  const asked = await ana.types('/studyhall delete');
  expect(asked.text).toMatch(/cannot be undone/);
  expect((await ana.clicks(asked, 'Keep it')).text).toMatch(/Nothing was deleted/);
  expect((await ana.clicks(asked, 'Delete everything about me')).text).toMatch(
    /Everything about you is deleted/,
  );
  const board = await study.member('Ben').types('/quiz leaderboard');
  expect(board.text).toMatch(/1\. Ben: 1 of 1 right/);
  expect(board.text).not.toMatch(/Ana/);
  const left = await ana.types('/studyhall export');
  const nothing = left.message.find(({ kind }) => kind === 'file');
  expect(Object.values(JSON.parse(nothing?.kind === 'file' ? nothing.content : '')).flat()).toEqual([]);
  await study.stop();
});

test('who leaves in mid-round is a former member in its standings', async () => {
  const study = await openHall({ decks: [geography] });
  const [ana, ben] = [study.member('Ana'), study.member('Ben')];
  await ana.types('/quiz start france questions:2 seconds:30');
  await ana.clicks(await study.sees(/Quiz:/), 'Start now');
  await ben.picks(await study.sees(/Question 1 of 2/), 'A');
  await ana.clicks(await ana.types('/studyhall delete'), 'Delete everything about me');
  await study.sees(/Question 2 of 2/);
  await ben.clicksId((await ben.types('/studyhall delete')).action('Delete everything about me'));
  const end = await study.sees(/is over|ends here/);
  expect(study.platform.messages.filter(({ text }) => /Ana starts/.test(text))).toHaveLength(1);
  expect(end.text).toMatch(/former member/);
  expect(end.text).not.toMatch(/Ana|Ben/);
  await study.stop();
});
