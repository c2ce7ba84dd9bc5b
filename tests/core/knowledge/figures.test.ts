import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../../src/core/knowledge/figures/figures.ts';
import { deckOf } from './decks.ts';
import { type Asked, topicAsking } from './lint/sets.ts';

const counted = (...questions: Asked[]) =>
  figuresOf(
    deckOf({
      'tern.md': topicAsking(
        'name: Tern',
        questions,
        'A bird.\n\n## Facts\n- It flies.\n- It dives.\n\n## Not to be confused with\n- [Gull](gull.md): it is smaller.\n\n## Tips\n- Look up.\n\n## People also ask\n- what flies?',
      ),
      'gull.md':
        '---\nname: Gull\n---\nA bird.\n\n## Questions\n### Why?\nlevel 3 · task 2.1\n\n- [x] So\n- [ ] No\n\n> No.',
      'auk.md': '---\nname: Auk\n---\nA bird.',
      'deck.yaml': 'elsewhere: { Whale: { is: No bird. } }',
    }),
  );
const plain: Asked = { stem: 'What dives?', right: ['Auk'], wrong: ['Wren'] };

test('a deck is counted', () => {
  expect(
    counted({ ...plain, wrong: ['Wren', 'Owl', 'Rook longer'] }, { ...plain, stem: 'What sings?' }),
  ).toEqual({
    topics: 3,
    facts: 2,
    questions: 3,
    tips: 1,
    asked: 1,
    elsewhere: 1,
    kinds: new Map([
      ['one of four', 1],
      ['other', 2],
    ]),
    levels: new Map([
      [1, 2],
      [3, 1],
    ]),
    tasks: new Map([
      ['', 2],
      ['2.1', 1],
    ]),
    scenarios: 0,
    tellingApart: 0,
    four: 1,
    longest: 0,
  });
});

test('a kind is what the choices ask for', () => {
  const choices = (right: string[], wrong: string[]) => ({ stem: `${wrong.join(' ')}?`, right, wrong });
  const { kinds } = counted(
    choices(['a'], ['b', 'c', 'd']),
    choices(['true'], ['False']),
    choices(['a', 'b'], ['c']),
    choices(['a', 'b', 'c'], ['d', 'e', 'f']),
  );
  expect([...kinds.keys()]).toEqual(['one of four', 'true or false', 'choose TWO', 'choose THREE', 'other']);
});

describe('a scenario', () => {
  test.each([
    ['A keeper has counted eggs twice. What is next?', true],
    ['What has a keeper to do with eggs that were counted?', false],
    ['Which birds dive? (Choose TWO.)', false],
    ['Look here! Which bird dives?', false],
  ])('%s: %s', (stem, isOne) => expect(counted({ ...plain, stem }).scenarios).toBe(isOne ? 1 : 0));

  test('is never a statement to be judged', () => {
    expect(
      counted({ stem: 'A tern has flown far. True?', right: ['True'], wrong: ['False'] }).scenarios,
    ).toBe(0);
  });
});

describe('neighbours are told apart', () => {
  test.each([
    [
      'by a wrong choice that is confused with the right one',
      { stem: 'Which?', right: ['Tern'], wrong: ['Gull'] },
      true,
    ],
    ['whichever of the two lists the other', { stem: 'Which?', right: ['Gull'], wrong: ['Tern'] }, true],
    ['but not by any other', { stem: 'Which?', right: ['Auk'], wrong: ['Tern'] }, false],
    ['by asking for a difference', { ...plain, stem: 'How does it differ from others?' }, true],
    ['by holding one against the other', { ...plain, stem: 'What has a Tern rather than a Gull?' }, true],
    ['but not by naming both', { ...plain, stem: 'What have a Tern and a Gull?' }, false],
  ])('%s', (_, question, isOne) => expect(counted(question).tellingApart).toBe(isOne ? 1 : 0));
});
