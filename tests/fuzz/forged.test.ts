import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandsFor } from '../../commands/index.ts';
import { closedHouse } from '../../src/cli/house.ts';
import { buildIndex } from '../../src/core/search/build.ts';
import { biology } from '../commands/biology.ts';
import { geography } from '../commands/quiz/geography.ts';
import { type Hall, openHall } from '../hall/hall.ts';

const decks = [geography, biology];
const nasty = [
  ...['', '-1', '-0', '0', '1.5', '1e308', 'NaN', 'Infinity', '99999999999999999999', 'null'],
  ...['__proto__', 'constructor', 'toString', 'public', '%', '%00', '\ud800', 'é'.repeat(8), 'x'.repeat(80)],
  ...["' or 1=1 --", '../../etc/passwd', '@everyone'],
];
const values = [[], [''], ['-1'], ['NaN'], ['__proto__'], Array(1000).fill('0'), ['x'.repeat(100_000)]];
/** These do something for whoever clicks them, whatever stands behind them. */
const harmless = new Set(['join', 'again', 'missed', 'report', 'reported']);

let study: Hall;
let round: string;
const verbs = commandsFor(
  decks.map((deck) => ({ deck, index: buildIndex(deck) })),
  closedHouse,
).flatMap(({ name, actions = {} }) => Object.keys(actions).map((verb) => [name, verb] as const));

beforeAll(async () => {
  study = await openHall({ decks });
  const ana = study.member('Ana');
  await ana.types('/quiz start france questions:2');
  const opening = await study.sees(/Quiz: France/);
  await ana.clicks(opening, 'Start now');
  await study.sees(/Question 1 of/);
  round = (await study.house.rounds.at('discord:study'))?.setup.id ?? '';
  while ((await study.store.rounds.get(round))?.state.phase !== 'open') await new Promise(setImmediate);
});
afterAll(() => study.stop());

let strangers = 0;
/** Each is clicked by somebody else, so that nobody clicks too much. */
async function forges(id: string, picked: readonly string[]): Promise<string> {
  strangers += 1;
  return (await study.member(`Eve${strangers}`).clicksId(id, picked)).text;
}

async function everything(): Promise<unknown> {
  const posts = study.platform.messages.map(({ text, edits }) => [text, edits]);
  return [await study.store.rounds.get(round), posts];
}

test.each(verbs)('a forged click on %s:%s does nothing and breaks nothing', async (command, verb) => {
  const before = await everything();
  for (const [index, one] of nasty.entries()) {
    const other = nasty[(index * 7 + 3) % nasty.length] ?? '';
    const picked = values[index % values.length] ?? [];
    for (const args of [[one], [one, other], [one, other, one, other, one, other]])
      await forges([command, verb, ...args].join(':'), picked);
    if (!harmless.has(verb)) await forges(`${command}:${verb}:${round}:${one}`, picked);
  }
  expect(await everything()).toEqual(before);
  expect(study.logged).toEqual([]);
});

test('what no button of ours could have is told apart', async () => {
  const gone = /from an earlier time/;
  for (const id of [
    '',
    ':',
    'quiz',
    'quiz:',
    'quiz:__proto__:x',
    'quiz:constructor',
    '__proto__:toString',
    'x:y',
  ])
    expect(await forges(id, [])).toMatch(gone);
  expect(await forges(`quiz:join:${'x'.repeat(200)}`, [])).toMatch(gone);
});

test('the right answer in the name of another question, or too often, counts for nothing', async () => {
  for (const [index, picked] of [
    ['1', ['0']],
    ['0', ['0', '0']],
    ['0', ['0', '1', '2', '3']],
    ['0', []],
  ] as const)
    await forges(`quiz:answer:${round}:${index}`, picked);
  const live = await study.store.rounds.get(round);
  expect(live?.state.answers).toEqual({});
});

test('a forged start asks for no more questions than the command takes', async () => {
  const topic = geography.topics[0]?.id;
  const ana = study.member('Zoe', { place: 'elsewhere' });
  for (const count of ['-3', '1e9', 'NaN', '0.5', '51']) {
    await ana.clicksId(`quiz:start:${geography.command}:${topic}:${count}:60::study`);
    const started = await study.house.rounds.at('discord:elsewhere');
    expect(started?.setup.questions.length).toBeGreaterThan(0);
    expect(started?.setup.questions.length).toBeLessThanOrEqual(10);
    await ana.types('/quiz stop');
  }
});
