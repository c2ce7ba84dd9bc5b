import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contestant, startContestant } from './contestant.ts';
import { type Hall, PLAYERS, type Player, type Table } from './hall.ts';
import { type Click, flood, insist, type Load, pace, several } from './load.ts';
import { JOIN, sitDown, taken } from './seating.ts';

/** A program that takes part. */
export interface Entry {
  name: string;
  /** Its path from the repository's root. */
  program: string;
  /** What it is told beside its platform. */
  env?: Readonly<Record<string, string>>;
}

/** Clicks under way at once in a flood. */
export const WIDTH = 100;
/** Clicks a second, else. */
export const PACE = 500;
/** Rounds in which people take their seats at the same time. */
const SEATING = 16;
/** The first rounds, one after the other: the program is still cold. */
const COLD = 8;
/** Memory is measured from the round on with which it is warm. */
const WARM = 200;
/** The calls of a round until its first reveal is there: opening, question, edit, reveal. */
const CALLS_TO_REVEAL = 4;

/** A contestant, the hall that it is alone with, and the messages that are clicked on there. */
export class Side<Post> {
  readonly name: string;
  readonly #hall: Hall<Post>;
  readonly #contestant: Contestant;
  readonly #dataDir: string;
  #openings: readonly Post[] = [];
  #questions: readonly Post[] = [];

  private constructor(entry: Entry, hall: Hall<Post>, dataDir: string) {
    this.name = entry.name;
    this.#hall = hall;
    this.#dataDir = dataDir;
    this.#contestant = startContestant(entry.program, {
      ...hall.env,
      ...entry.env,
      DATA_DIR: dataDir,
      PORT: '0',
    });
  }

  /** Starts a contestant in a hall of its own. */
  static async open<Post>(entry: Entry, hall: Hall<Post>): Promise<Side<Post>> {
    const side = new Side(entry, hall, await mkdtemp(join(tmpdir(), 'rounds-')));
    await hall.connected();
    return side;
  }

  /**
   * A round begins in every channel, all join it, and the first question is asked.
   *
   * @returns bytes of memory that each takes, without the first ones
   */
  async begin(): Promise<number> {
    const { tables } = this.#hall;
    const cold = await this.#seat(tables.slice(0, COLD), 1);
    const warm = await this.#seat(tables.slice(COLD, WARM), SEATING);
    const before = await this.#contestant.memory();
    const others = await this.#seat(tables.slice(WARM), SEATING);
    const after = await this.#contestant.memory();
    this.#openings = [...cold, ...warm, ...others];
    this.#questions = tables.map((table) => table.post());
    return (after - before) / others.length;
  }

  /** For a contestant that plays no rounds: its members press what those of another hall have pressed, on the very same messages. */
  async follow(other: Side<Post>): Promise<void> {
    this.#openings = other.#openings;
    this.#questions = other.#questions;
    const joins = this.#clicks(this.#openings, 0, PLAYERS, (player, opening) =>
      player.presses(opening, JOIN),
    );
    await flood(this.#contestant, joins, WIDTH);
  }

  /** Some players of each round answer its question, one after the other, as fast as the contestant can. */
  answer(from: number, to: number): Promise<Load> {
    return flood(this.#contestant, this.#answers(from, to), WIDTH);
  }

  /** The same, at a pace. */
  answerCalmly(from: number, to: number): Promise<Load> {
    return pace(this.#contestant, this.#answers(from, to), PACE);
  }

  /**
   * The first rounds are played on until their answer is there.
   *
   * @returns the public calls that each of their questions took
   */
  async reveal(rounds: number): Promise<number> {
    const tables = this.#hall.tables.slice(0, rounds);
    for (const [index, { players }] of tables.entries()) {
      const question = this.#questions[index];
      if (question) await insist(async () => players[0]?.presses(question, 'Reveal'));
    }
    await Promise.all(tables.map(({ calls }) => calls.reach(CALLS_TO_REVEAL)));
    const openings = tables.length;
    return (tables.reduce((sum, { calls }) => sum + calls.count, 0) - openings) / tables.length;
  }

  async close(): Promise<void> {
    await this.#contestant.stop();
    await this.#hall.close();
    await rm(this.#dataDir, { recursive: true });
  }

  /** Returns the openings. */
  async #seat(tables: readonly Table<Post>[], width: number): Promise<Post[]> {
    const openings = new Map<Table<Post>, Post>();
    const sits = tables.map((table) => async () => void openings.set(table, await sitDown(table)));
    await several(sits, width);
    return tables.flatMap((table) => openings.get(table) ?? []);
  }

  #answers(from: number, to: number): Click[] {
    return this.#clicks(this.#questions, from, to, (player, question, seat) =>
      taken(player.answers(question, seat), /^Recorded/),
    );
  }

  /** First one player of every round, then the next. */
  #clicks(
    posts: readonly Post[],
    from: number,
    to: number,
    click: (player: Player<Post>, post: Post, seat: number) => Promise<unknown>,
  ): Click[] {
    const seats = Array.from({ length: to - from }, (_, index) => from + index);
    return seats.flatMap((seat) =>
      this.#hall.tables.flatMap(({ players }, index) => {
        const [player, post] = [players[seat], posts[index]];
        return player && post ? [() => click(player, post, seat)] : [];
      }),
    );
  }
}
