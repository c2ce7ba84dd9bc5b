import type { Table } from './hall.ts';
import { insist } from './load.ts';

/** The button of an opening by which one joins. */
export const JOIN = 'I’m in';

/**
 * A round begins in a channel, all join it, and its first question is asked.
 *
 * @returns the opening
 */
export async function sitDown<Post>({ players, calls, post }: Table<Post>): Promise<Post> {
  const [host] = players;
  if (host) await insist(host.starts);
  await calls.reach(1);
  const opening = post();
  await Promise.all(
    players.map((player) => insist(() => taken(player.presses(opening, JOIN), /^You are in/))),
  );
  if (host) await insist(() => host.presses(opening, 'Start now'));
  await calls.reach(2);
  return opening;
}

/** @throws Error when something else is said to a click than what is expected */
export async function taken(click: Promise<string>, expected: RegExp): Promise<void> {
  const said = await click;
  if (!expected.test(said)) throw new Error(`A click was not taken: ${said}`);
}
