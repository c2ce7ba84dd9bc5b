import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../../../src/core/knowledge/exchange/import.ts';

const importText = (text: string, path = 'cards.txt') =>
  importFile({ path, bytes: new TextEncoder().encode(text) }, 'Birds');
const reported = (text: string) => importText(text).findings.map(({ line, what }) => `${line} ${what}`);
const told = (text: string) =>
  importText(text).topics.map(({ name, summary, facts }) => [
    name,
    summary,
    ...facts.map((fact) => fact.text),
  ]);

describe('cards of Quizlet', () => {
  test('that name something are topics, about which questions are made', () => {
    const { topics, leftOut } = importText(
      'Tern\tflies from pole to pole each year\nAuk\tbreeds on *granite* cliffs in the north\nOwl\thunts\n',
    );
    expect(topics.map(({ name, summary }) => [name, summary])).toEqual([
      ['Tern', 'flies from pole to pole each year'],
      ['Auk', 'breeds on \\*granite\\* cliffs in the north'],
      ['Owl', 'hunts'],
    ]);
    expect(topics.map(({ questions }) => questions.length)).toEqual([1, 1, 0]);
    expect(leftOut).toEqual([{ file: 'cards.txt', line: 3, reason: 'has fewer than four words' }]);
  });

  test('that ask are questions, with the answers of others as wrong choices', () => {
    const [birds] = importText(
      'Who flies?\tTern\nWho dives?\tAuk\nWho hoots?\tan old owl\nWho flies low?\tTern\n',
    ).topics;
    expect(birds?.name).toBe('Birds');
    expect(birds?.questions[0]).toMatchObject({
      stem: 'Who flies?',
      choices: [
        { text: 'Tern', right: true },
        { text: 'Auk', right: false },
        { text: 'an old owl', right: false },
      ],
    });
  });

  test('keep the order of numbers, so that the place of the right one says nothing', () => {
    const [birds] = importText('How many eggs?\t3\nHow many wings?\t2\nHow many toes?\t12\n').topics;
    expect(birds?.questions.map(({ choices }) => choices.map(({ text }) => text))).toEqual(
      Array.from({ length: 3 }, () => ['2', '3', '12']),
    );
  });

  test('may go on in the next line, and name a thing twice', () => {
    expect(told('Tern\tflies far\nand fast\nAuk\tdives\ntern\teats fish\n')).toEqual([
      ['Tern', 'flies far and fast', 'eats fish'],
      ['Auk', 'dives'],
    ]);
  });

  test('that cannot be used are named by line', () => {
    expect(reported('Tern\t\nAuk\tdives\n\tno term\nWhy?\tSo\n')).toEqual([
      '1 a side of this card holds no text',
      '3 a side of this card holds no text',
      '4 no other card has an answer to choose from',
    ]);
  });
});

describe('notes of Anki', () => {
  const header =
    '#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n';

  test('are cards without their columns about themselves', () => {
    expect(
      told(`${header}g1\tBasic\tSea\t<b>T</b>ern&nbsp;<i>x</i>\t"flies&lt;far<br>""and"" fast"\ttag\n`),
    ).toEqual([['Tern x', 'flies\\<far "and" fast']]);
  });

  test('may be parted otherwise, and be plain text', () => {
    expect(told('#separator:Semicolon\n#html:false\nTern;<b>flies</b>\n')).toEqual([
      ['Tern', '\\<b\\>flies\\</b\\>'],
    ]);
  });

  test('that are clozes or pictures are named by line', () => {
    expect(
      reported(
        `${header}a\tCloze\tSea\tThe {{c1::tern}} flies\t\t\nb\tBasic\tSea\t<img src="x.png">\tTern\t\n`,
      ),
    ).toEqual(['7 this is a cloze, not a question and an answer', '8 a side of this card holds no text']);
  });
});

test('a text without tabs and header lines is plain notes', () => {
  expect(told('Tern\n- flies far\nAuk\n- dives deep\n').length).toBeGreaterThan(0);
  expect(told('# Tern\n- flies far\n# Auk\n- dives deep\n')).toEqual([
    ['Auk', 'dives deep'],
    ['Tern', 'flies far'],
  ]);
});

test('nothing is thrown, whatever the cards hold', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('\t', '\n', '"', '?', '#separator:tab\n', '{{c1::', '<b>', '&amp;'),
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (text) => {
        expect(() => importText(text)).not.toThrow();
      },
    ),
  );
});
