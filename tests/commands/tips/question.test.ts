import { expect, test } from 'vitest';
import { choiceOf, openHall } from '../../hall/hall.ts';
import { trees } from './subjects.ts';

const manager = { permissions: { moderates: true, manages: true } };
const HOUR = 60 * 60_000;

async function hall() {
  const study = await openHall({ decks: [trees] });
  await study.member('Mona', manager).types('/tips on trees kind:question timezone:utc');
  study.clock.pass(24 * HOUR);
  const asked = await study.sees(/Question of the day/);
  const right = /\((\d)\)/.exec(asked.text)?.[1] === '5' ? 'Hazel' : 'Walnut';
  const letter = (wording: string) =>
    String.fromCharCode(
      65 + choiceOf(asked.message).options.findIndex(({ text }) => JSON.stringify(text).includes(wording)),
    );
  return { study, asked, right: letter(right), wrong: letter('Willow'), name: right };
}

test('the question of the day is answered privately, and revealed with the numbers when the next one comes', async () => {
  const { study, asked, right, wrong, name } = await hall();
  const [ana, ben] = [study.member('Ana'), study.member('Ben')];
  const recorded = await ana.picks(asked, wrong);
  expect(recorded).toMatchObject({ by: 'the asker' });
  expect(recorded.text).toMatch(/Recorded: [A-D], Willow\. You may change it until the next question/);
  await ana.picks(asked, right);
  await ben.picks(asked, wrong);
  study.clock.pass(24 * HOUR);
  const reveal = await study.until(() =>
    study.platform.messages.find(({ text }) => /The last question of the day/.test(text)),
  );
  expect(reveal.replyTo).toBe(asked.id);
  expect(reveal.text).toMatch(new RegExp(`Right answer: [A-D], ${name}\n1 of 2 was right\\.`));
  await study.until(() => study.platform.messages.length === 3);
  expect(study.platform.messages[2]?.text).toMatch(/Question of the day/);
  expect((await ana.picks(asked, wrong)).text).toBe('That question is closed.');
  const board = await ana.types('/quiz leaderboard period:ever');
  expect(board.text).toMatch(/1\. Ana: 1 of 1 right[\s\S]*2\. Ben: 0 of 1 right/);
  expect((await ben.types('/quiz mistakes')).text).toMatch(/One question to practise/);
  await study.stop();
});

test('what will come is said in words, for it is not drawn yet', async () => {
  const study = await openHall({ decks: [trees] });
  const set = await study.member('Mona', manager).types('/tips on trees kind:question timezone:utc');
  expect(set.text).toBe(`A question about Trees comes here every day at 09:00 (UTC).
The next comes on Monday, 23 November 2026 at 09:00.
It is a question with choices. Everyone answers in private, and the right answer is posted with the next question; “Show me” tells it sooner to whoever asks.`);
  await study.stop();
});

test('Show me reveals it to oneself, and locks the answer', async () => {
  const { study, asked, right, wrong, name } = await hall();
  const [ana, ben] = [study.member('Ana'), study.member('Ben')];
  await ana.picks(asked, wrong);
  const shown = await ana.clicks(asked, 'Show me');
  expect(shown).toMatchObject({ by: 'the asker' });
  expect(shown.text).toMatch(new RegExp(`Right answer: [A-D], ${name}`));
  expect((await ana.picks(asked, right)).text).toMatch(/You have seen the right answer/);
  await ben.clicks(asked, 'Show me');
  expect((await ben.picks(asked, right)).text).toMatch(/You have seen the right answer/);
  study.clock.pass(24 * HOUR);
  const reveal = await study.until(() =>
    study.platform.messages.find(({ text }) => /The last question of the day/.test(text)),
  );
  expect(reveal.text).toMatch(/0 of 1 were right/);
  await study.stop();
});

test('it stays open for a week at most, and wrong picks are refused', async () => {
  const { study, asked } = await hall();
  const ana = study.member('Ana');
  expect((await ana.picks(asked, 'AB')).text).toMatch(/Pick as many answers as the question asks for/);
  expect((await ana.clicksId('tips:answer:nothing', ['0'])).text).toBe('That question is closed.');
  await study.member('Mona', manager).types('/tips pause');
  study.clock.pass(7 * 24 * HOUR + 1);
  expect((await ana.picks(asked, 'A')).text).toBe('That question is closed.');
  expect((await ana.clicks(asked, 'Show me')).text).toMatch(/Right answer/);
  await study.stop();
});

test('nothing in it tells the right choice', async () => {
  const { study, asked } = await hall();
  expect(JSON.stringify(asked.message)).not.toMatch(/has one; the willow|"right"/);
  await study.stop();
});
