import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { rightTo } from '../deck.ts';
import { group } from '../faults/group.ts';
import type { Person, Post, Table } from '../table.ts';
import type { Time } from '../time.ts';

/** By the machine's clock. */
const PATIENCE = 12_000;
/** For each question: long enough that a connection comes back. */
const SECONDS = 60;

/**
 * Plays a round with trouble at its first question: expects that what was confirmed before counts, that clicks are answered again afterwards,
 * and that everything is posted once.
 *
 * @param trouble what it returns is called at the end
 */
export async function playThrough<T extends Table>(
  open: (time: Time) => Promise<T>,
  trouble: (table: T) => () => void,
): Promise<void> {
  const { table, ana, ben, sees, kinds } = await group(open);
  await ana.starts(2, SECONDS);
  await ana.clicks(await sees('opening'), 'Start now');
  const question = await sees('question');
  expect(await ana.clicks(question, rightTo(question))).toMatch(/^Recorded: /);
  const over = trouble(table);
  expect(await answers(ben, question)).toMatch(/^Recorded: .* 2 have answered/);
  expect((await sees('reveal')).text).toMatch(/2 of 2 were right/);
  const next = await sees('question', 2);
  for (const one of [ana, ben]) expect(await one.clicks(next, rightTo(next))).toMatch(/^Recorded: /);
  expect((await sees('end')).text).toMatch(/Ana\**: 2 right[\s\S]*Ben\**: 2 right/);
  expect(kinds()).toEqual(['opening', 'question', 'reveal', 'question', 'reveal', 'end']);
  over();
}

/** Clicks until that is answered: what the platform could not deliver has come to nothing. */
async function answers(person: Person, question: Post): Promise<string | undefined> {
  for (const last = Date.now() + PATIENCE; Date.now() < last; await pause(50)) {
    const said = await person.clicks(question, rightTo(question));
    if (said !== undefined) return said;
  }
  return undefined;
}
