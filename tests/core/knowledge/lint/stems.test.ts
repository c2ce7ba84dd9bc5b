import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { found } from '../decks.ts';
import { madeUp, topicAsking, whats } from './sets.ts';

describe('two stems', () => {
  const asking = (one: string, other: string, answers = ['Twice', 'Never']) =>
    found({
      'tern.md': topicAsking('name: Tern', [
        { stem: one, right: ['Twice'], wrong: ['Once'] },
        { stem: other, right: answers.slice(0, 1), wrong: ['Once'] },
      ]),
    });
  const stem = 'How often does the tern fly around the whole Earth?';

  test('that say the same are found, whatever their order, capitals and form', () => {
    expect(
      asking(stem, 'Around the whole earth, how often does the tern fly? (Choose ONE.)', ['Never']),
    ).toEqual([
      'tern.md:14 warning the question "Around the whole earth, how often does the tern f…" says the same as the one in tern.md:7',
    ]);
  });

  test('that share half of their words say the same if the answer is the same', () => {
    const near = 'How often does a gull fly around the whole lake?';
    expect(asking(stem, near)).toHaveLength(1);
    expect(asking(stem, near, ['Daily'])).toEqual([]);
    expect(asking(stem, 'Why does it moult?')).toEqual([]);
  });

  test('of any set are found exactly where seven in ten words are shared', () => {
    const words = Array.from({ length: 10 }, (_, index) => madeUp(index));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 }),
        fc.shuffledSubarray(words, { minLength: 10 }),
        (kept, order) => {
          const other = [...order.slice(0, kept), ...words.slice(kept).map((word) => `${word}x`)];
          const isSame = kept / (20 - kept) >= 0.7;
          expect(asking(words.join(' '), other.join(' '), ['Daily'])).toHaveLength(isSame ? 1 : 0);
        },
      ),
    );
  });
});

describe('a stem with a name of its answer', () => {
  const answers = (stem: string, wrong = ['Green Vault']) =>
    whats({
      'kms.md': topicAsking('name: Key Making Service\naliases: [KMS, flood defence, Keymaker]', [
        { stem, right: ['Key Making Service'], wrong },
      ]),
      'vault.md': '---\nname: Green Vault\naliases: [Vault]\n---\nA safe.',
    });

  test.each([
    ['Which service looks after KMS material?', '"KMS"'],
    ['Who is in charge of key-making services here?', '"Key Making Service"'],
  ])('%s', (stem, name) => {
    expect(answers(stem)).toEqual([`the question holds ${name}, a name of its answer "Key Making Service"`]);
  });

  test.each([
    ['a name that only leads there', 'What is a good flood defence?'],
    ['a part of a longer word', 'What does the KMSX do?'],
    ['a wrong choice named as well', 'Which of KMS and Vault opens?'],
  ])('is no flaw with %s', (_, stem) => expect(answers(stem)).toEqual([]));

  test('is no flaw where a wrong choice shares the name', () => {
    expect(answers('Which part of KMS?', ['KMS light'])).toEqual([]);
  });
});
