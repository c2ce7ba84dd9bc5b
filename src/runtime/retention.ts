import type { CareDeps } from './care.ts';

const DAY = 24 * 60 * 60_000;
/** What is older, in milliseconds, is cleared: PRIVACY.md says so. */
const KEPT = 180 * DAY;
/** Members that are looked at together, and sessions of each kind that are deleted together. */
const MEMBERS = 200;
const SESSIONS = 10;

/** Makes totals of old answers, and deletes old rounds, solos and questions of the day, portion by portion. */
export async function* letAge({
  store,
  clock,
}: Pick<CareDeps, 'store' | 'clock'>): AsyncGenerator<void, void> {
  const before = clock.now() - KEPT;
  let last: string | undefined = '';
  while (last !== undefined) {
    const members: { player: string; at: number }[] = await store.ageing.answerers(last, MEMBERS);
    yield;
    for (const { player, at } of members)
      if (at < before) while (await store.ageing.total(player, before)) yield;
    last = members.at(-1)?.player;
  }
  while (await store.ageing.drop(before, SESSIONS)) yield;
  // Most are gone minutes after they came: those are left that nothing came after.
  await store.events.forget(clock.now() - DAY);
}
