import type { Hall } from './hall.ts';
import type { Load } from './load.ts';
import { type Entry, Side } from './side.ts';

export interface Result {
  name: string;
  /** With as much under way as is let. */
  floods: readonly Load[];
  paced: Load;
  /** Bytes that a live round takes; missing for a contestant that has none. */
  memory?: number;
  /** Public calls a question. */
  calls?: number;
}

/** The host of each round, in the first seat, never answers: the question stays open until the host presses Reveal. */
const FIRST = 1;
/** So many players of each round answer in each of so many floods, and so many at a pace. */
const A_FLOOD = 2;
const FLOODS = 5;
const CALM = 2;
const FLOODED = FIRST + FLOODS * A_FLOOD;
/** Rounds that are played on until the answer is told. */
const REVEALED = 50;

/**
 * Lets contestants play the same rounds, each on a platform of its own, and a bare one answer the same clicks. They take turns, so that
 * the machine's moods are the same for all.
 *
 * @returns the results in the order of the entries, the bare one last
 */
export async function contest<Post>(
  openHall: () => Promise<Hall<Post>>,
  entries: readonly Entry[],
  bareEntry: Entry,
): Promise<Result[]> {
  const open = async (entry: Entry) => Side.open(entry, await openHall());
  const playing = await Promise.all(entries.map(open));
  const bare = await open(bareEntry);
  const sides = [...playing, bare];

  const memory = new Map(await Promise.all(playing.map(async (side) => [side, await side.begin()] as const)));
  for (const side of playing.slice(0, 1)) await bare.follow(side);

  const floods = new Map(sides.map((side): [typeof side, Load[]] => [side, []]));
  for (let seat = FIRST; seat < FLOODED; seat += A_FLOOD)
    for (const [side, loads] of floods) loads.push(await side.answer(seat, seat + A_FLOOD));
  const results: Result[] = [];
  for (const side of sides) {
    const paced = await side.answerCalmly(FLOODED, FLOODED + CALM);
    results.push({ name: side.name, floods: floods.get(side) ?? [], paced });
  }
  for (const [side, bytes] of memory) {
    const result = results.find(({ name }) => name === side.name);
    if (result) Object.assign(result, { memory: bytes, calls: await side.reveal(REVEALED) });
  }
  for (const side of sides) await side.close();
  return results;
}
