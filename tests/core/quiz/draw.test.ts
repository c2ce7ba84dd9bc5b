import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/core/knowledge/types.ts';
import { type Candidate, drawQuestions, shuffledOrder } from '../../../src/core/quiz/draw.ts';
import { seeded, shuffled } from '../../../src/core/quiz/random.ts';
import { spread } from '../../../src/core/quiz/spread.ts';

function candidate(id: string, topic = 'desk', parts: Partial<Question> = {}): Candidate {
  const choices = ['A', 'B', 'C', 'D'].map((text) => ({ text, right: text === 'A' }));
  const source = { file: `${topic}.md`, line: 1 };
  const question: Question = {
    id,
    stem: id,
    choices,
    explanation: '',
    level: 1,
    ordered: false,
    source,
    ...parts,
  };
  return { deck: 'library', topic: { id: topic, name: topic }, question };
}

const many = (count: number, topic?: string) =>
  Array.from({ length: count }, (_, index) => candidate(`${topic}-${index}`, topic));
const ids = (drawn: readonly { id: string }[]) => drawn.map(({ id }) => id);
const nothing = new Map<string, number>();

describe('drawing questions', () => {
  test('gives as many as asked for, each once, or all there are', () => {
    const drawn = ids(drawQuestions(many(20), { count: 5, seen: nothing, seed: 's' }));
    expect(new Set(drawn).size).toBe(5);
    expect(drawQuestions(many(3), { count: 5, seen: nothing, seed: 's' })).toHaveLength(3);
  });

  test('is the same for a seed, and another for another', () => {
    const drawn = (seed: string) => drawQuestions(many(50), { count: 10, seen: nothing, seed });
    expect(drawn('one')).toEqual(drawn('one'));
    expect(drawn('one')).not.toEqual(drawn('two'));
  });

  test('takes all that a question is asked with, and no more', () => {
    const [asked] = drawQuestions(
      [candidate('q', 'desk', { task: '2.4', docs: 'https://d', ordered: true })],
      { count: 1, seen: nothing, seed: 's' },
    );
    expect(asked).toStrictEqual({
      deck: 'library',
      id: 'q',
      topic: { id: 'desk', name: 'desk' },
      task: '2.4',
      level: 1,
      stem: 'q',
      choices: ['A', 'B', 'C', 'D'].map((text) => ({ text, right: text === 'A' })),
      explanation: '',
      docs: 'https://d',
      source: { file: 'desk.md', line: 1 },
    });
  });

  test('never takes a seen question while there are others, then those seen longest ago', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 30 }),
        fc.nat({ max: 30 }),
        fc.string(),
        (times, count, seed) => {
          const candidates = many(times.length);
          const seenAt = (index: number) => times[index] ?? 0;
          const seen = new Map(
            candidates.flatMap(({ question }, index) =>
              seenAt(index) > 0 ? [[`library/${question.id}`, seenAt(index)]] : [],
            ),
          );
          const drawn = new Set(ids(drawQuestions(candidates, { count, seen, seed })));
          const age = (inside: boolean) =>
            times.filter((_, index) => drawn.has(candidates[index]?.question.id ?? '') === inside);
          expect(drawn.size).toBe(Math.min(count, times.length));
          expect(Math.max(0, ...age(true))).toBeLessThanOrEqual(Math.min(5, ...age(false)));
        },
      ),
    );
  });

  test('asks no topic twice in a row where there are others', () => {
    for (let seed = 0; seed < 50; seed++) {
      const drawn = drawQuestions([...many(5, 'desk'), ...many(5, 'loan')], {
        count: 10,
        seen: nothing,
        seed: `${seed}`,
      });
      const topics = drawn.map(({ topic }) => topic.id);
      expect(topics.filter((topic, index) => topic === topics[index - 1])).toEqual([]);
    }
  });

  test('takes every question about equally often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 3000; seed++)
      for (const id of ids(drawQuestions(many(10), { count: 2, seen: nothing, seed: `${seed}` })))
        counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const count of counts.values()) expect(Math.abs(count - 600)).toBeLessThan(110);
    expect(counts.size).toBe(10);
  });
});

describe('the order of choices', () => {
  test('puts the right one about equally often at each place', () => {
    const { question } = candidate('q');
    const places = [0, 0, 0, 0];
    for (let seed = 0; seed < 8000; seed++) {
      const place = shuffledOrder(question, `round-${seed}`).indexOf(0);
      places[place] = (places[place] ?? 0) + 1;
    }
    for (const count of places) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  test('differs from question to question of one round', () => {
    const places = new Set(many(40).map(({ question }) => shuffledOrder(question, 'round').join()));
    expect(places.size).toBeGreaterThan(10);
  });

  test('stays where it means something', () => {
    const { question } = candidate('q', 'desk', { ordered: true });
    for (let seed = 0; seed < 20; seed++) expect(shuffledOrder(question, `${seed}`)).toEqual([0, 1, 2, 3]);
  });
});

test('a shuffle loses nothing and adds nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.string(), (items, seed) => {
      expect(shuffled(items, seeded(seed)).sort()).toEqual([...items].sort());
    }),
  );
});

describe('spreading', () => {
  const neighbours = (groups: readonly string[]) =>
    groups.filter((group, index) => group === groups[index - 1]).length;

  test('keeps items of a group apart, as far as that can be', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 50 }), (groups) => {
        const result = spread(groups, (group) => group);
        expect(result.toSorted()).toEqual(groups.toSorted());
        const largest = Math.max(
          0,
          ...Object.values(Object.groupBy(groups, (group) => group)).map((all) => all?.length ?? 0),
        );
        expect(neighbours(result)).toBe(Math.max(0, largest - 1 - (groups.length - largest)));
      }),
    );
  });

  test('leaves alone what is apart already', () => {
    expect(spread(['a', 'b', 'c', 'a'], (group) => group)).toEqual(['a', 'b', 'c', 'a']);
  });
});
