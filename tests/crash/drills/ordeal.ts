import { Writable } from 'node:stream';
import { expect } from 'vitest';
import { rightTo, tips } from '../deck.ts';
import { group } from '../faults/group.ts';
import { subjectOf, type Table } from '../table.ts';
import type { Time } from '../time.ts';

/** Something that keeps the program from its store for a while. */
export interface Trouble {
  /** What the program is told. */
  settings: Record<string, string>;
  begin(): Promise<void> | void;
  end(): Promise<void> | void;
  /** The players of each answer that the store holds, past the program. */
  answers(): Promise<string[]>;
  /** Whether nobody can tell what came of the statements under way: of those who were told to try again, some may then count without. */
  uncertain?: true;
}

const MINUTE = 60_000;
/** A minute after a round's group has met. */
const TIP = { kind: 'tip', time: '12:01', timezone: 'utc' };
const noStore = expect.stringMatching(/^My memory does not answer just now\./);
const recorded = expect.stringMatching(/^Recorded: /);

/**
 * Plays a round whose program cannot work with its store for a minute, with twenty people who click meanwhile, and a tip that becomes due
 * meanwhile: expects that each is told so once and in time, that what was confirmed counts, once, that all goes on by itself, and that the log
 * stays short.
 */
export async function ordeal<T extends Table>(
  open: (time: Time) => Promise<T>,
  trouble: Trouble,
): Promise<void> {
  const log: string[] = [];
  const logTo = new Writable({
    write(line, _, done) {
      log.push(String(line));
      done();
    },
  });
  const settings = { ...trouble.settings, LOG_LEVEL: 'info', LOG_FORMAT: 'json' };
  const study = await group(open, { settings, logTo });
  const { table, time, ana, ben, begins, sees, until } = study;
  const people = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => table.person(`${name}${index}`));
  const channel = table.newChannel();
  expect(await channel.turnsOn(TIP)).toMatch(/tip/i);
  const met = time.now();
  await begins(2);
  const question = await sees('question');
  const right = rightTo(question);
  expect(await ana.clicks(question, right)).toEqual(recorded);

  log.length = 0;
  const hasty = people(5, 'H');
  const underWay = hasty.map((one) => one.clicks(question, right));
  await trouble.begin();
  const others = people(20, 'P');
  const crowd = [ben, ...others];
  expect(await Promise.all(crowd.map((one) => one.clicks(question, right)))).toEqual(
    crowd.map(() => noStore),
  );
  const outcomes = await Promise.all(underWay);
  const confirmed = [ana, ...hasty.filter((_, index) => outcomes[index]?.startsWith('Recorded: '))];
  expect(confirmed.length - 1 + outcomes.filter((one) => noStore.asymmetricMatch(one)).length).toBe(5);
  expect([...crowd, ...hasty].map((one) => one.whispers().length)).toEqual(Array(26).fill(1));
  expect(await ana.orders('stop')).toEqual(noStore);
  expect(await ana.looksUp('addition')).toMatch(/Adding up/);
  await until(() => time.now() > met + 2 * MINUTE);
  // A store that still reads knows by now that the question's time is over.
  expect(await ben.clicks(question, right)).toMatch(
    /^(My memory does not answer|That question is closed\.$)/,
  );
  expect(channel.posts()).toEqual([]);
  await trouble.end();
  expect(await trouble.answers()).toEqual(expect.arrayContaining(confirmed.map(({ id }) => id)));

  const again = await sees('question', 2);
  expect(subjectOf(again)).toEqual({ ...subjectOf(question), again: true });
  for (const one of [ben, ...hasty]) expect(await one.clicks(again, right)).toEqual(recorded);
  const [, counted, answered] = /(\d+) of (\d+) were right/.exec((await sees('reveal')).text) ?? [];
  const next = await sees('question', 3);
  for (const one of [ana, ben]) expect(await one.clicks(next, rightTo(next))).toEqual(recorded);
  expect((await sees('end')).text).toMatch(/Ana\**: 2 right[\s\S]*Ben\**: 2 right/);
  const kinds = study.kinds().filter((kind) => kind !== 'other'); // the lookup, which is seen by all on Discord
  expect(kinds).toEqual(['opening', 'question', 'question', 'reveal', 'question', 'reveal', 'end']);
  const uncertain = new Set(others.map(({ id }) => id));
  const kept = (await trouble.answers()).toSorted();
  expect(kept.filter((id) => !uncertain.has(id))).toEqual(
    [ana, ana, ben, ben, ...hasty].map(({ id }) => id).toSorted(),
  );
  const more = kept.filter((id) => uncertain.has(id));
  expect(more).toEqual(trouble.uncertain ? [...new Set(more)] : []);
  expect([counted, answered]).toEqual([7 + more.length, 7 + more.length].map(String));
  await until(() => channel.posts().length > 0);
  expect(channel.posts()).toEqual([
    expect.objectContaining({ text: expect.stringMatching(new RegExp(tips.join('|'))) }),
  ]);
  const lines = log.filter((line) => !line.includes('"event":')); // those have a line or two for each click
  expect(lines.length, lines.join('')).toBeLessThan(40);
}
