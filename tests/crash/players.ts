import { sums } from './deck.ts';
import type { Person, Post } from './table.ts';

/** A member who answers every question as was planned, and clicks again when a click came to nothing. */
export interface Player {
  person: Person;
  /** What was confirmed, by the question's stem: the wordings of the choices, in the order in which they were given. */
  confirmed: Map<string, string[]>;
  /** Sentences that refused a click. */
  refusals: string[];
  /** A click is under way. */
  busy: boolean;
}

/** The time that they ask for, for each question: the most there is. */
export const SECONDS = 300;
export const PLAYERS = 20;
/** Answers last, so that no question closes before the others have changed their minds. */
const isLast = (index: number) => index === PLAYERS - 1;
/** They answer wrong first and then change their minds. The last has three seconds for that, which a process that is killed may need for itself. */
const changesMind = (index: number) => index % 6 === 1 && !isLast(index);

/** The choices that a player is to pick, one after the other; the last one counts. */
export function planOf(index: number, stem: string): string[] {
  const at = sums.findIndex((sum) => sum.stem === stem);
  const { right, wrong } = sums[at] ?? { right: '', wrong: '' };
  const final = (index * 7 + at * 13) % PLAYERS <= index ? right : wrong;
  return changesMind(index) ? [final === right ? wrong : right, final] : [final];
}

export function seatPlayers(person: (name: string) => Person): Player[] {
  return Array.from({ length: PLAYERS }, (_, index) => ({
    person: person(`P${String(index + 1).padStart(2, '0')}`),
    confirmed: new Map(),
    refusals: [],
    busy: false,
  }));
}

/** Whether somebody has yet to answer a question, or to change an answer to it. */
export function isAwaited(players: readonly Player[], stem: string): boolean {
  return players.some((player, index) => pickFor(player, index, stem) !== undefined);
}

/** Lets everyone answer who has yet to. */
export function answerAll(players: readonly Player[], post: Post, stem: string): void {
  const others = players.slice(0, -1);
  for (const [index, player] of players.entries()) {
    if (player.busy || (isLast(index) && isAwaited(others, stem))) continue;
    const pick = pickFor(player, index, stem);
    if (pick !== undefined) void answer(player, post, stem, pick);
  }
}

function pickFor({ confirmed }: Player, index: number, stem: string): string | undefined {
  return planOf(index, stem)[confirmed.get(stem)?.length ?? 0];
}

async function answer(player: Player, post: Post, stem: string, pick: string): Promise<void> {
  player.busy = true;
  const said = await player.person.clicks(post, pick);
  player.busy = false;
  if (said === undefined) return;
  if (!/^Recorded: /.test(said)) player.refusals.push(`${stem} ${said}`);
  else player.confirmed.set(stem, [...(player.confirmed.get(stem) ?? []), pick]);
}
