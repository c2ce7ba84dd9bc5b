import { type Candidate, drawQuestions } from '../core/quiz/draw.ts';
import { fits, isRight } from '../core/quiz/picks.ts';
import type { Player } from '../core/quiz/types.ts';
import type { Daily, DailyAnswer, Store, Subscription, Tables } from '../store/types.ts';
import type { Clock } from './clock.ts';

export type { Daily, DailyAnswer } from '../store/types.ts';

/** A question of the day is open until the next one, and no longer than a week. */
const LONGEST = 7 * 24 * 60 * 60_000;

/** Why an answer was not taken. */
export type NotTaken = 'closed' | 'locked' | 'wrong picks';

export interface Dailies {
  get(id: string): Promise<Daily | undefined>;
  /**
   * Takes an answer down; a later one takes its place, until the player has seen the right one.
   *
   * @param place where it was clicked: a question of another place is as good as gone
   * @throws StoreError
   */
  answer(
    id: string,
    place: string,
    player: Player,
    picks: readonly number[],
    at: number,
  ): Promise<NotTaken | 'taken' | 'gone'>;
  /**
   * Shows the right answer to one player, who can change theirs no more.
   *
   * @param place where it was clicked; undefined in the player's own conversation with us, where that button may have had to go
   * @throws StoreError
   */
  show(
    id: string,
    place: string | undefined,
    player: Player,
  ): Promise<{ daily: Daily; picks?: readonly number[] } | undefined>;
}

/** Answers to questions of the day. Several of a member at once wait for each other: each loads the question in a transaction. */
export function openDailies(store: Store, clock: Clock): Dailies {
  const answerOf = async (tables: Tables, id: string, player: Player) =>
    (await tables.dailies.answers(id)).find((one) => one.player.id === player.id);

  return {
    get: (id) => store.dailies.get(id),
    answer: (id, place, player, picks, at) =>
      store.transaction(async (tables) => {
        const daily = await tables.dailies.get(id);
        if (daily?.place !== place) return 'gone';
        if (daily.closed || at > daily.closesAt) return 'closed';
        if (!fits(daily.question, picks)) return 'wrong picks';
        const before = await answerOf(tables, id, player);
        if (before?.locked) return 'locked';
        if (!before || before.at <= at)
          await tables.dailies.answer(daily, { player, picks: picks.toSorted(), at, locked: false });
        return 'taken';
      }),
    show: (id, place, player) =>
      store.transaction(async (tables) => {
        const daily = await tables.dailies.get(id);
        if (!daily || (place ?? daily.place) !== daily.place) return undefined;
        const before = await answerOf(tables, id, player);
        const isOpen = !daily.closed && clock.now() <= daily.closesAt;
        // Who looks before answering has no answer that could count.
        if (isOpen && !before?.locked)
          await tables.dailies.answer(daily, {
            player,
            picks: before?.picks ?? [],
            at: before?.at ?? clock.now(),
            locked: true,
          });
        return { daily, ...(before && before.picks.length > 0 && { picks: before.picks }) };
      }),
  };
}

/** The next question of the day of a place; nothing where there is no question. */
export async function drawDaily(
  tables: Tables,
  { platform, place, server }: Pick<Subscription, 'platform' | 'place' | 'server'>,
  candidates: readonly Candidate[],
  { id, now }: { id: string; now: number },
): Promise<Daily | undefined> {
  const seen = await tables.rounds.seen(place);
  const [question] = drawQuestions(candidates, { count: 1, seen, seed: id });
  if (!question) return undefined;
  const closesAt = now + LONGEST;
  return {
    id,
    platform,
    place,
    ...(server !== undefined && { server }),
    question,
    at: now,
    closesAt,
    closed: false,
  };
}

/** Closes the question of the day that a place has, and gives it back with its answers. */
export async function closeDaily(
  tables: Tables,
  place: string,
  now: number,
): Promise<{ daily: Daily; answers: DailyAnswer[] } | undefined> {
  const daily = await tables.dailies.openAt(place);
  if (!daily) return undefined;
  const given = await tables.dailies.answers(daily.id);
  const answers = given.filter(({ picks }) => picks.length > 0);
  const marks = answers.map(({ player, picks }) => {
    const right = isRight(daily.question, picks);
    return { player: player.id, right, points: right ? 1 : 0 };
  });
  await tables.dailies.close(daily, marks, now);
  return { daily, answers };
}
