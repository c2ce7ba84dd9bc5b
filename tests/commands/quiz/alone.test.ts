import { expect, test } from 'vitest';
import { choiceOf, openHall, type Seen } from '../../hall/hall.ts';
import { geography } from './geography.ts';

const DAY = 24 * 60 * 60_000;

async function hall() {
  const study = await openHall({ decks: [geography] });
  const ana = study.member('Ana');
  /** Picks the choices with these wordings. */
  const picks = (on: Seen, ...wordings: string[]) => {
    const { options } = choiceOf(on.message);
    const at = wordings.map((wording) =>
      options.findIndex(({ text }) => JSON.stringify(text).includes(wording)),
    );
    return ana.picks(on, at.map((index) => String.fromCharCode(65 + index)).join(''));
  };
  return { study, ana, picks };
}

/** The right and a wrong choice of each question of the deck. */
const answers: [stem: RegExp, right: string[], wrong: string[]][] = [
  [/two rivers/, ['Vistula', 'Warta'], ['Vistula', 'Seine']],
  [/port wine|1755/, ['Lisbon'], ['Lyon']],
  [/pierogi/, ['Warsaw'], ['Porto']],
  [/wine|Louvre|2024/, ['Paris'], ['Krakow']],
];

function known({ text }: Seen) {
  const found = answers.find(([stem]) => stem.test(text));
  if (!found) throw new Error(text);
  return { right: found[1], wrong: found[2] };
}

test('a solo is private, driven by clicks, and says why', async () => {
  const { study, ana, picks } = await hall();
  const first = await ana.types('/quiz solo france');
  expect(first).toMatchObject({ by: 'the asker' });
  expect(first.text).toMatch(/^Which city[\s\S]*Question 1 of 3 · France/);
  const wrong = await picks(first, 'Lyon');
  expect(wrong).toMatchObject({ by: 'the asker', replaces: true });
  expect(wrong.text).toMatch(
    /^Not right\.[\s\S]*You chose [A-D], Lyon\.[\s\S]*Right answer: [A-D], Paris[\s\S]*Lyon is not/,
  );
  // a second click on the same question changes nothing
  expect((await picks(first, 'Paris')).text).toBe(wrong.text);
  const second = await ana.clicks(wrong, 'Next question');
  const right = await picks(second, 'Paris');
  expect(right.text).toMatch(/^Right\./);
  const third = await ana.clicks(right, 'Next question');
  const result = await ana.clicks(await picks(third, 'Paris'), 'See the result');
  expect(result.text).toMatch(/2 of 3 right/);
  expect(study.platform.calls).toEqual([]);
  await study.stop();
});

test('somebody else’s quiz cannot be answered, nor can one that never was', async () => {
  const { study, ana } = await hall();
  const first = await ana.types('/quiz solo france');
  expect((await study.member('Ben').picks(first, 'A')).text).toMatch(/somebody else’s quiz/);
  expect((await ana.clicksId('quiz:pick:nothing:0', ['0'])).text).toMatch(/no longer known/);
  expect((await ana.picks({ message: first.message }, 'AB')).text).toMatch(/Pick exactly 1/);
  await study.stop();
});

test('in a direct message a round is a solo, and a card offers a quiz', async () => {
  const { study } = await hall();
  const ana = study.member('Ana', { direct: true });
  expect((await ana.types('/quiz start poland')).text).toMatch(/Question 1 of 2 · Poland/);
  const card = await ana.types('/geo portugal');
  expect((await ana.clicks(card, 'Quiz me on this')).text).toMatch(/Question 1 of 2 · Portugal/);
  await study.stop();
});

test('a mistake leaves after two right answers on different days', async () => {
  const { study, ana, picks } = await hall();
  expect((await ana.types('/quiz mistakes')).text).toMatch(/You have no mistakes/);
  await picks(await ana.types('/quiz solo portugal level:2'), 'Lyon');
  const listed = await ana.types('/quiz mistakes');
  expect(listed.text).toMatch(
    /One question to practise\.[\s\S]*shaken in 1755[\s\S]*Right answer: Lisbon[\s\S]*Lyon is not/,
  );
  const practise = async () => picks(await ana.clicks(listed, 'Practise them'), 'Lisbon');
  await practise();
  await practise();
  expect((await ana.types('/quiz mistakes')).text).toMatch(/One question to practise/);
  study.clock.pass(DAY);
  await practise();
  expect((await ana.types('/quiz mistakes')).text).toMatch(/You have no mistakes/);
  await study.stop();
});

test('how one does, by topic and task, with the weakest to practise', async () => {
  const { study, ana, picks } = await hall();
  expect((await ana.types('/quiz me')).text).toMatch(/not answered anything yet/);
  let screen = await ana.types('/quiz solo');
  for (let index = 0; index < 7; index += 1) {
    const { right, wrong } = known(screen);
    const isWeak = /port wine|1755|pierogi/.test(screen.text);
    screen = await picks(screen, ...(isWeak ? wrong : right));
    screen = await ana.clicks(screen, index < 6 ? 'Next question' : 'See the result');
  }
  const me = await ana.types('/quiz me');
  expect(me.by).toBe('the asker');
  expect(me.text).toMatch(/4 of 7 right \(57 %\)/);
  expect(me.text).toMatch(
    /By topic, the weakest first\n- Portugal: 0 of 2 right \(0 %\)\n- Poland: 1 of 2 right \(50 %\)\n- France: 3 of 3 right/,
  );
  expect(me.text).toMatch(/By exam task\n- 1\.1: 1 of 3 right/);
  expect((await ana.clicks(me, 'Practise Portugal')).text).toMatch(/Question 1 of 2 · Portugal/);
  expect(() => me.action('Practise France')).toThrow();
  await study.stop();
});

test('a question can be reported, in a round and alone', async () => {
  const { study, ana, picks } = await hall();
  const mona = study.member('Mona', { permissions: { moderates: true, manages: true } });
  expect((await mona.types('/studyhall reports')).text).toMatch(/No question has been reported/);
  const shown = await picks(await ana.types('/quiz solo portugal level:2'), 'Lyon');
  const form = await ana.clicks(shown, 'Report this question');
  expect(form).toMatchObject({ by: 'form', text: 'Report this question' });
  expect(Object.keys(form.form?.options ?? {})).toEqual(['problem']);
  const action = shown.action('Report this question').replace('report', 'reported');
  expect((await ana.clicksId(action, [' '])).text).toMatch(/Say in one line/);
  expect((await ana.clicksId(action, ['Was it not 1756?'])).text).toMatch(/Thank you/);
  expect((await mona.types('/studyhall reports')).text).toMatch(
    /“Was it not 1756\?” on: Which city was shaken in 1755\? \(geography\/portugal\.md:\d+\)/,
  );
  expect((await ana.types('/studyhall reports')).text).toMatch(/Only whoever manages this server/);
  await study.stop();
});

test('a member reports so much in a day, and others go on', async () => {
  const { study, ana, picks } = await hall();
  const shown = await picks(await ana.types('/quiz solo portugal level:2'), 'Lyon');
  const action = shown.action('Report this question').replace('report', 'reported');
  const reports = async () => (await ana.clicksId(action, ['Was it not 1756?'])).text;
  for (let made = 0; made < 20; made += 1) expect(await reports()).toMatch(/Thank you\. Whoever/);
  expect(await reports()).toBe('Thank you for so many reports. More of them can be made tomorrow.');
  expect((await study.member('Ben').clicksId(action, ['Indeed'])).text).toMatch(/Thank you\. Whoever/);
  study.clock.pass(DAY + 1);
  expect(await reports()).toMatch(/Thank you\. Whoever/);
  await study.stop();
});
