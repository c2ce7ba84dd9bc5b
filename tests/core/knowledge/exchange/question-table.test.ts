import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../../../../src/core/knowledge/exchange/files.ts';
import { importFile } from '../../../../src/core/knowledge/exchange/import.ts';
import { writeQuestionTable } from '../../../../src/core/knowledge/exchange/question-table.ts';
import type { Question, Topic } from '../../../../src/core/knowledge/types.ts';
import { shippedDeck } from '../../search/golden.ts';
import { deckOf } from '../decks.ts';

const importCsv = (text: string) =>
  importFile({ path: 'q.csv', bytes: new TextEncoder().encode(text) }, 'Birds');
const errors = (text: string) =>
  importCsv(text).findings.map(({ line, level, what }) => `${line} ${level} ${what}`);
const asked = (topics: readonly Topic[]) =>
  topics.map(({ id, name, questions }) => ({ id, name, questions: questions.map(bare) }));
const bare = ({ source: _, ...question }: Question) => question;

describe('exported and imported again', () => {
  test('the shipped deck has the same questions', () => {
    const deck = shippedDeck();
    const { topics, findings } = importCsv(writeQuestionTable(deck));
    expect(findings).toEqual([]);
    expect(asked(topics)).toEqual(asked(deck.topics));
    const files = filesOf({ topics, categories: [] }, 'birds').map(({ path, text }) => [path, text]);
    const byId = (all: Topic[]) => asked(all).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(deckOf(Object.fromEntries(files)).topics)).toEqual(byId(deck.topics));
  });

  test('any questions are the same', () => {
    const text = fc
      .array(fc.constantFrom('a', 'B,', '"c"', ';', '**d**', '`e`', '\t', '&', '=1', '- ', '#1', 'true'), {
        minLength: 1,
        maxLength: 5,
      })
      .map((pieces) => `x${pieces.join(' ')}`.replaceAll(/\s+/g, ' ').trim());
    const asking = fc.record({
      stem: text,
      choices: fc.uniqueArray(text, { minLength: 2, maxLength: 6, selector: (one) => one.toLowerCase() }),
      why: text,
    });
    fc.assert(
      fc.property(fc.array(asking, { minLength: 1, maxLength: 4 }), (questions) => {
        const blocks = questions.map(
          ({ stem, choices, why }, at) =>
            `### ${stem}\nid q-${at}\n\n${choices.map((one, index) => `- [${index % 2 === 0 && index < choices.length - 1 ? 'x' : ' '}] ${one}`).join('\n')}\n\n> ${why}\n`,
        );
        const deck = deckOf({
          'tern.md': `---\nname: Tern\n---\nA bird.\n\n## Questions\n${blocks.join('\n')}`,
        });
        expect(asked(importCsv(writeQuestionTable(deck)).topics)).toEqual(asked(deck.topics));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a table of questions', () => {
  test('needs a question, two choices and an answer; columns stand in any order, capitals do not matter', () => {
    const { topics, findings } = importCsv('ANSWER,B,Question,A\r\nb,Auk,Which flies?,Tern\r\n');
    expect(findings).toEqual([]);
    expect(asked(topics)).toMatchObject([
      {
        id: 'birds',
        name: 'Birds',
        questions: [
          {
            stem: 'Which flies?',
            choices: [
              { text: 'Tern', right: false },
              { text: 'Auk', right: true },
            ],
            level: 1,
            explanation: '',
          },
        ],
      },
    ]);
    expect(errors('a,b\n1,2\n')).toEqual(['1 error the first row names no column "question", "answer"']);
  });

  test.each([
    ['a', ['Tern']],
    ['B, c', ['Auk', 'Gull']],
    ['A C', ['Tern', 'Gull']],
    ['tern', ['Tern']],
  ])('takes the answer %s', (answer, right) => {
    const [topic] = importCsv(`question,a,b,c,d,answer\nWhich?,Tern,Auk,Gull,Owl,"${answer}"\n`).topics;
    expect(topic?.questions[0]?.choices.filter((one) => one.right).map(({ text }) => text)).toEqual(right);
  });

  test('may be parted by semicolons or tabs, as spreadsheets write them', () => {
    for (const [delimiter, rest] of [
      [';', ' far, and fast'],
      ['\t', ' far; and fast'],
    ]) {
      const row = ['Which?', `Tern${rest}`, 'Auk', 'A'].join(delimiter);
      const [topic] = importCsv(`\ufeff${['question', 'a', 'b', 'answer'].join(delimiter)}\n${row}\n`).topics;
      expect(topic?.questions[0]?.choices[0]?.text).toBe(`Tern${rest}`);
    }
  });

  test('says by line what it cannot use, and keeps the rest', () => {
    const table = [
      'question,a,b,answer,id,level,docs',
      'Which flies?,Tern,Auk,A,tern-flies,2,',
      ',Tern,Auk,A,,,',
      '',
      'Which dives?,Tern,Auk,E,,,',
      '"Which',
      'swims?",Tern,Tern,A,,,',
      'Which floats?,Tern,,A,,,',
      'Which sings?,Tern,Auk,A,tern-flies,,',
      'Which hides?,Tern,Auk,B,,8,http://x',
    ].join('\n');
    expect(errors(table)).toEqual([
      '3 error the question has no text',
      '5 error the answer "E" is none of the choices',
      '6 error the choice "Tern" is there twice',
      '8 error the question has less than two choices',
      '9 error the question "Which sings?" has the id or the words of the one in line 2',
      '10 warning "level 8" is not known here',
      '10 warning "http://x" is no https address',
    ]);
    expect(importCsv(table).topics.flatMap(({ questions }) => questions.map(({ stem }) => stem))).toEqual([
      'Which flies?',
      'Which hides?',
    ]);
  });

  test('that ends within a cell is used up to there', () => {
    const table = 'question,a,b,answer\nWhich?,Tern,Auk,A\n"Where,Tern,Auk,A\n';
    expect(errors(table)).toEqual([
      expect.stringMatching(/^\d error the table cannot be read from here on$/),
    ]);
    expect(importCsv(table).topics).toHaveLength(1);
  });

  test('never throws, whatever it holds', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('"', ',', '\n', 'a', 'question', '#'));
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const text = `question,a,b,answer\n${cells.join(',')}`;
        for (const { line } of importCsv(text).findings)
          expect(line).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
      }),
    );
  });
});
