import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deckOf, read } from '../decks.ts';
import { flawless, flawsOf, topicAsking, whats } from './sets.ts';

describe('the right choice is the longest', () => {
  const withLongest = (count: number, long: number) =>
    flawless(count).map((one, index) =>
      index < long ? { ...one, right: one.right.map((text) => `${text}a`) } : one,
    );

  test('in more than 35 % of twenty questions or more: a finding with the figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 45 }), fc.integer({ min: 0, max: 45 }), (count, wanted) => {
        const long = Math.min(count, wanted);
        const isFlawed = count >= 20 && long / count > 0.35;
        expect(flawsOf(withLongest(count, long))).toHaveLength(isFlawed ? 1 : 0);
      }),
      { numRuns: 40 },
    );
  });

  test('names the worst with file and line', () => {
    const questions = withLongest(20, 10).map((one, index) =>
      index === 3 ? { ...one, right: [`${one.right}aaaaaaaaa`] } : one,
    );
    expect(flawsOf(questions)[0]).toMatch(
      /^the right choice is the longest in 10 of 20 questions with four choices \(50 %\), most of all in tern\.md:34 by 10, /,
    );
  });

  test('a strict deck that has this cannot be used', () => {
    const files = { 'tern.md': topicAsking('name: Tern', withLongest(20, 20)), 'deck.yaml': 'strict: true' };
    expect(read(files).deck).toBeUndefined();
    expect(deckOf({ 'tern.md': files['tern.md'] }).topics).toHaveLength(1);
  });
});

describe('a rare word of the stem', () => {
  const others = flawless(30).slice(1);
  const asking = (right: string, wrong: string, stem = 'Where do puffins breed?') =>
    flawsOf([{ stem, right: [right], wrong: [wrong, 'On the ice'] }, ...others]);

  test('that only the right choice has points at it', () => {
    expect(asking('In burrows of puffins', 'Under water')).toEqual([
      'of all choices only the right one has "puffins" in common with the question',
    ]);
    expect(asking('Where a puffin digs', 'Under water')).toHaveLength(1);
  });

  test('is no flaw where a wrong choice has one too, nearly as rare', () => {
    expect(asking('In burrows of puffins', 'Where no puffin breeds')).toEqual([]);
    expect(asking('In burrows of puffins', 'Near those that breed')).toEqual([]);
    const often = others.map((one) => ({ ...one, wrong: [...one.wrong, 'breeding'] }));
    const asked = {
      stem: 'Where do puffins breed?',
      right: ['In burrows of puffins'],
      wrong: ['None breed'],
    };
    expect(flawsOf([asked, ...often])).toHaveLength(1);
  });

  test('is not rare where many questions have it', () => {
    const often = others.map((one) => ({ ...one, stem: `Puffins: ${one.stem}` }));
    const asked = {
      stem: 'Where do puffins breed?',
      right: ['In burrows of puffins'],
      wrong: ['On the ice'],
    };
    expect(flawsOf([asked, ...often])).toEqual([]);
  });

  test('means nothing in names, where every choice is one', () => {
    const choices = (stem: string) => ({
      'arctic-tern.md': topicAsking('name: Arctic Tern', [
        { stem, right: ['Arctic Tern'], wrong: ['Emperor Penguin'] },
        ...others,
      ]),
      'penguin.md': '---\nname: Emperor Penguin\n---\nIt swims.',
    });
    expect(whats(choices('Which of them flies from the Arctic to the south?'))).toEqual([]);
  });
});

test('a topic that is right nearly wherever it is offered can be guessed', () => {
  const names = ['Auk', 'Gull', 'Petrel', 'Skua'];
  const offering = (right: number, wrong: number) =>
    whats({
      ...Object.fromEntries(names.map((name) => [`${name}.md`, `---\nname: ${name}\n---\nA bird.`])),
      'tern.md': topicAsking(
        'name: Tern',
        flawless(right + wrong).map(({ stem }, index) =>
          index < right
            ? { stem, right: ['Tern'], wrong: names.slice(0, 3), why: 'No Auk.' }
            : { stem, right: [names[index % 4] ?? ''], wrong: ['Tern', names[(index + 1) % 4] ?? ''] },
        ),
      ),
    }).filter((what) => what.includes('stands among the choices'));
  expect(offering(8, 0)).toEqual(['"Tern" is right in 8 of the 8 times that it stands among the choices']);
  expect(offering(7, 0)).toEqual([]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 12 }), (right, wrong) => {
      const isFlawed = right + wrong >= 8 && right / (right + wrong) > 0.75;
      const isFair = right / (right + wrong) <= 0.6;
      if (isFlawed || isFair) expect(offering(right, wrong)).toHaveLength(isFlawed ? 1 : 0);
    }),
    { numRuns: 30 },
  );
});
