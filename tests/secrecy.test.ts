import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discordTable } from './crash/discord.ts';
import { group, SECONDS } from './crash/faults/group.ts';
import { slackTable } from './crash/slack.ts';
import type { Table } from './crash/table.ts';
import type { Time } from './crash/time.ts';

const HOUR = 60 * 60_000;

interface Rock {
  stem: string;
  explanation: string;
  docs: string;
  /** Words of the explanation and of the address that stand nowhere else. */
  secret: RegExp;
}

/** What is asked in the round, and what as question of the day. */
const lava: Rock = {
  stem: 'Which rock comes out of a volcano?',
  explanation: 'Outpoured melt that froze.',
  docs: 'https://lava.example/melt',
  secret: /outpoured|melt|froze|lava\.example/i,
};
const heat: Rock = {
  stem: 'Which rock was changed by heat?',
  explanation: 'Limestone that was cooked.',
  docs: 'https://heat.example/cooked',
  secret: /limestone|cooked|heat\.example/i,
};
const wordings = ['Basalt', 'Marble', 'Granite', 'Slate'] as const;
type Wording = (typeof wordings)[number];

/** A folder with a deck that is the same each time but for which of the choices are right. */
function rocks(right: Wording): string {
  const folder = mkdtempSync(join(tmpdir(), 'rocks-'));
  mkdirSync(join(folder, 'rocks'));
  const choices = wordings.map((one) => `- [${one === right ? 'x' : ' '}] ${one}\n`).join('');
  for (const [name, { stem, explanation, docs }] of Object.entries({ lava, heat }))
    writeFileSync(
      join(folder, 'rocks', `${name}.md`),
      `---\nname: ${name}\ndocs: ${docs}\n---\nA topic.\n\n## Questions\n### ${stem}\n\n${choices}\n> ${explanation}\n`,
    );
  return folder;
}

/** A table where all is kept that the program sends to the platform. */
interface Watched extends Table {
  /** All of it so far, in order for each way that it takes. */
  sent(): string[][];
  /** Somebody who manages the server types a command. */
  orders(command: string, options: Readonly<Record<string, string>>): Promise<unknown>;
}

/** A heartbeat comes when the clock wants it, and holds a number alone. */
const HEARTBEAT = 1;

async function onDiscord(time: Time): Promise<Watched> {
  const table = await discordTable(time);
  const { requests, gateway, member } = table.discord;
  const mona = member('Mona', { may: ['ManageGuild'] });
  return {
    ...table,
    sent: () => [requests, gateway.received.filter(({ op }) => op !== HEARTBEAT)].map(asLines),
    orders: (command, options) => mona.types(command, options),
  };
}

async function onSlack(time: Time): Promise<Watched> {
  const table = await slackTable(time, { history: true });
  const { calls, socket, member, world } = table.slack;
  const mona = member('Mona', world.team, { admin: true });
  return {
    ...table,
    sent: () => [asLines(calls), [...socket.received]],
    orders: (command, options) =>
      mona.types(
        Object.entries(options).reduce((line, [name, value]) => `${line} ${name}:${value}`, `/${command}`),
      ),
  };
}

function asLines(sent: readonly object[]): string[] {
  return sent.map((one) => JSON.stringify(one));
}

/** What was sent until the reveal of a question, and the reveal. */
interface Asked {
  before: string[];
  reveal: string | undefined;
}

/** A group plays a round of one question, and has a question of the day. */
async function play(open: (time: Time) => Promise<Watched>, right: Wording): Promise<[Asked, Asked]> {
  let ids = 0;
  const randomId = () => {
    ids += 1;
    return `rocks-${ids}`;
  };
  const { table, time, until, ana, ben } = await group(open, { decks: rocks(right), randomId });
  const { posts, sent, orders } = table;
  let earlier: number[] = [];

  const asked = async ({ stem }: Rock, begins: () => Promise<void>, ends = () => {}): Promise<Asked> => {
    await begins();
    const question = await until(() =>
      posts().find(({ text, controls }) => text.includes(stem) && controls.length > 0),
    );
    expect(await ana.clicks(question, 'Marble')).toMatch(/^Recorded: .*Marble/);
    expect(await ana.clicks(question, 'Basalt')).toMatch(/^Recorded: .*Basalt/);
    expect(await ben.clicks(question, 'Marble')).toMatch(/^Recorded: .*Marble/);
    const standing = posts().length;
    ends();
    await until(() =>
      posts()
        .slice(standing)
        .some(({ text }) => isReveal(text)),
    );
    const lists = sent().map((list, way) => list.slice(earlier[way]));
    return { before: lists.flatMap(beforeReveal), reveal: lists.flat().find(isReveal) };
  };

  const round = await asked(lava, async () => {
    await orders('quiz start', { topic: 'lava', questions: '1', seconds: String(SECONDS) });
    const opening = await until(() => posts().find(({ text }) => text.includes('Quiz: ')));
    expect(await ben.clicks(opening, 'I’m in')).toMatch(/^You are in/);
  });
  await until(() => posts().some(({ text }) => text.includes('is over')));
  earlier = sent().map(({ length }) => length);
  const daily = await asked(
    heat,
    async () => {
      await orders('tips on', { topic: 'heat', kind: 'question', time: '13:00', timezone: 'UTC' });
      time.skip(HOUR);
    },
    () => time.skip(24 * HOUR),
  );
  return [round, daily];
}

function isReveal(said: string): boolean {
  return said.includes('Right answer');
}

function beforeReveal(sent: readonly string[]): string[] {
  const end = sent.findIndex(isReveal);
  return sent.slice(0, end < 0 ? sent.length : end);
}

/**
 * What Slack answers is kept for a minute, so that one run may ask again what the other need not, and once a day it is asked whether we are still
 * there. That tells whom or what is asked about, no more.
 */
const question =
  /^\{"method":"(conversations\.info|users\.info|auth\.test)","args":\{("(channel|user)":"\w+")?\}\}$/;

/** Without what no two runs have in common: ids of our rows, ids and tokens of the platform's, moments, ports. What leaves on several ways has no one order. */
function comparable(sent: readonly string[]): string[] {
  return sent
    .filter((line) => !question.test(line))
    .map((line) =>
      line
        .replaceAll(/\b[a-z0-9]{8}-\d+/g, 'row')
        .replaceAll(/\d{9,}(?:\.\d+)?/g, 'id')
        .replaceAll(/\d\d:\d\d:\d\d UTC/g, 'moment')
        .replaceAll(/127\.0\.0\.1:\d+/g, 'host'),
    )
    .toSorted();
}

describe.each([
  ['Discord', onDiscord],
  ['Slack', onSlack],
])('nothing that is sent to %s before a reveal tells the right answer', (_, open) => {
  test('of a round’s question or of a question of the day, by words or by any difference', async () => {
    const [basalt, marble] = await Promise.all([play(open, 'Basalt'), play(open, 'Marble')]);
    for (const [index, { secret }] of [lava, heat].entries()) {
      const [one, other] = [basalt[index], marble[index]];
      expect(one?.before.filter((line) => line.includes('Recorded: ')).length).toBe(3);
      for (const line of one?.before ?? []) expect(line).not.toMatch(secret);
      expect(comparable(one?.before ?? [])).toEqual(comparable(other?.before ?? []));
      expect(one?.reveal).toMatch(secret);
      expect(one?.reveal).toMatch(/Right answer: \w, Basalt/);
      expect(other?.reveal).toMatch(/Right answer: \w, Marble/);
    }
  });
});
