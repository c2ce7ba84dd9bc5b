import { type Candidate, drawQuestions } from '../core/quiz/draw.ts';
import { isRight } from '../core/quiz/picks.ts';
import type { AskedQuestion, Player } from '../core/quiz/types.ts';
import type { Solo, Store } from '../store/types.ts';
import type { Clock } from './clock.ts';

export type { Solo } from '../store/types.ts';

export interface NewSolo {
  player: Player;
  kind: Solo['kind'];
  title: string;
  count: number;
  candidates: readonly Candidate[];
}

/** One member's own quizzes: private, without time, driven by clicks. */
export interface Solos {
  /** Draws the questions. @throws StoreError */
  start(game: NewSolo): Promise<Solo>;
  get(id: string): Promise<Solo | undefined>;
  /** Marks an answer; a second one to the same question changes nothing and gives the first. @throws StoreError */
  answer(
    solo: Solo,
    index: number,
    question: AskedQuestion,
    picks: readonly number[],
    player: Player,
  ): Promise<readonly number[]>;
  /** How many questions were answered, and how many of them right. */
  score(id: string): Promise<{ answered: number; right: number }>;
}

export function openSolos(store: Store, clock: Clock, randomId: () => string): Solos {
  const answers = (id: string) => store.solos.answers(id);
  return {
    async start({ player, candidates, count, ...rest }) {
      const id = randomId();
      const drawn = drawQuestions(candidates, { count, seen: new Map(), seed: id });
      const questions = drawn.map((asked) => ({ deck: asked.deck, question: asked.id }));
      const solo = { id, player: player.id, questions, at: clock.now(), ...rest };
      await store.solos.add(solo);
      return solo;
    },
    get: (id) => store.solos.get(id),
    async answer(solo, index, question, picks, player) {
      const { deck, id, topic, task } = question;
      const added = await store.records.add({
        solo: solo.id,
        index,
        player,
        deck,
        question: id,
        topic: topic.id,
        ...(task !== undefined && { task }),
        picks,
        right: isRight(question, picks),
        at: clock.now(),
      });
      if (added) return picks;
      return (await answers(solo.id)).find((one) => one.index === index)?.picks ?? picks;
    },
    async score(id) {
      const given = await answers(id);
      return { answered: given.length, right: given.filter(({ right }) => right).length };
    },
  };
}
