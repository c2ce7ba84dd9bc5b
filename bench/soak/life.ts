import { setTimeout as sleep } from 'node:timers/promises';
import { type Random, seeded } from '../../src/core/quiz/random.ts';
import { pick } from '../../tests/fuzz/nonsense.ts';
import { play } from './play.ts';
import type { Tally } from './tally.ts';
import type { Room, Town } from './town.ts';

/** Channels in which rounds are played, and people in each. */
const ROOMS = 3;
const PEOPLE = 5;
/** People who ask this and that in a channel of their own. */
const CURIOUS = 60;
const MINUTE = 60_000;

const queries = [
  ...['shield', 'sheild', 'guard duty', 'kms', 'aws waf vs shield', 'what is least privilege?', 'iam roles'],
  ...[
    'how do I stop a flood of traffic?',
    'pizza',
    'encryption at rest',
    'secr',
    'cloudtrail or config',
    '?',
  ],
];

/** Channels that were promised a tip or a question, and when. */
export interface Promised {
  room: Room<unknown>;
  due: number;
}

/** What happens in a town until it is time to go home. Resolves when the last round is over, with the tips that were to come. */
export async function live<S>(town: Town<S>, tally: Tally, over: () => boolean): Promise<Promised[]> {
  const promised: Promised[] = [];
  const square = town.newRoom(CURIOUS);
  const every = async (ms: number, seed: string, what: (random: Random) => Promise<unknown>) => {
    const random = seeded(`${town.name} ${seed}`);
    for (; !over(); await sleep(ms * (0.5 + random()))) await what(random);
  };
  const rooms = Array.from({ length: ROOMS }, () => town.newRoom(PEOPLE));
  await Promise.all([
    ...rooms.map((room, index) => play(room, `${town.name} ${index}`, tally, over)),
    every(700, 'lookups', (random) => lookUp(square, random, tally)),
    every(4000, 'solos', (random) => solo(square, random, tally)),
    every(5000, 'others', (random) => others(square, random, tally)),
    every(15_000, 'settings', () => settle(square, tally)),
    every(20_000, 'tips', async (random) => promised.push(...(await subscribe(town, random, tally)))),
    every(300, 'nonsense', (random) => town.nonsense(random)),
  ]);
  return promised;
}

async function lookUp<S>({ people }: Room<S>, random: Random, tally: Tally): Promise<void> {
  const person = pick(random, people);
  const card = await tally.deed('lookups', () => person.asks('aws', pick(random, queries)));
  const label = card?.labels.find((one) => !/^(Share|Documentation|Docs)/.test(one));
  if (card && label !== undefined && random() < 0.3)
    await tally.deed('clicks on lookups', () => person.presses(card, label));
}

async function solo<S>({ people }: Room<S>, random: Random, tally: Tally): Promise<void> {
  const person = pick(random, people);
  let screen = await tally.deed('solos', () => person.asks('quiz solo', 'shield'));
  for (let seed = 0; screen && seed < 3; seed += 1) {
    const question = screen;
    const told = await tally.deed('solo answers', () => person.picks(question, seed));
    if (!told?.labels.includes('Next question')) return;
    screen = await tally.deed('solo questions', () => person.presses(told, 'Next question'));
  }
}

async function others<S>({ people }: Room<S>, random: Random, tally: Tally): Promise<void> {
  const commands = ['studyhall help', 'quiz me', 'quiz leaderboard', 'quiz mistakes', 'tips status'];
  await tally.deed('other commands', () => pick(random, people).asks(pick(random, commands)));
}

async function settle<S>({ people: [manager] }: Room<S>, tally: Tally): Promise<void> {
  const page = await tally.deed('settings', async () => manager?.asks('studyhall settings'));
  const change = page?.labels.find((label) => /^Show lookups/.test(label));
  if (page && change) await tally.deed('settings changed', async () => manager?.presses(page, change));
}

/** A new channel gets a tip or a question a day, the first of them as soon as may be. */
async function subscribe<S>(town: Town<S>, random: Random, tally: Tally): Promise<Promised[]> {
  const room = town.newRoom(1);
  const due = (Math.floor(Date.now() / MINUTE) + 2) * MINUTE;
  const time = new Date(due).toISOString().slice(11, 16);
  const kind = random() < 0.5 ? 'tip' : 'question';
  const wish = { time, timezone: 'UTC', kind };
  const said = await tally.deed('tips on', async () => room.people[0]?.asks('tips on', undefined, wish));
  return said && /comes here/.test(said.text) ? [{ room, due }] : [];
}
