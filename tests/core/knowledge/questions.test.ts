import { describe, expect, test } from 'vitest';
import { deckOf, found, question, topicOf } from './decks.ts';

const whole = `### Which bird \`flies\` farthest?
level 2 · task 2.4 · id tern-far · docs https://example.org/far

- [x] Arctic tern
- [ ] Emperor **penguin**

> It flies from pole
> to pole.
>
> A penguin swims.`;

const one = (text: string) => topicOf(deckOf({ 'tern.md': question(text) }), 'tern').questions[0];

describe('a question', () => {
  test('has stem, meta line, choices and explanation', () => {
    expect(one(whole)).toEqual({
      id: 'tern-far',
      stem: 'Which bird `flies` farthest?',
      choices: [
        { text: 'Arctic tern', right: true },
        { text: 'Emperor **penguin**', right: false },
      ],
      explanation: 'It flies from pole to pole. A penguin swims.',
      level: 2,
      task: '2.4',
      docs: 'https://example.org/far',
      ordered: false,
      source: { file: 'tern.md', line: 7 },
    });
    expect(found({ 'tern.md': question(whole) })).toEqual([]);
  });

  test('without an id has one that survives a change of case and punctuation, not of words', () => {
    const id = (stem: string) => one(`### ${stem}\n- [x] Tern\n- [ ] Auk\n\n> So.`)?.id;
    expect(id('Which flies?')).toMatch(/^tern-[a-z0-9]{7}$/);
    expect(id('**which** flies')).toBe(id('Which flies?'));
    expect(id('Which dives?')).not.toBe(id('Which flies?'));
  });

  test.each([
    [['True', 'False'], true],
    [['no', 'yes'], true],
    [['2', '3', '12'], true],
    [['99.9 %', '99.99 %'], true],
    [['7 days', '30 days'], true],
    [['Tern', 'Auk', 'All of the above'], true],
    [['Tern', 'Auk'], false],
    [['S3', '2'], false],
  ])('%j keeps its order: %s', (texts, ordered) => {
    const choices = texts.map((text, index) => `- [${index === 0 ? 'x' : ' '}] ${text}`).join('\n');
    expect(one(`### Which?\n${choices}\n\n> So.`)?.ordered).toBe(ordered);
  });
});

describe('findings in a question', () => {
  test.each([
    ['no right choice', '- [ ] a\n- [ ] b', 'error the question has no right choice'],
    ['no wrong choice', '- [x] a\n- [x] b', 'error the question has no wrong choice'],
    ['one choice', '- [x] a', 'error the question has less than two choices'],
    ['no choices', 'Well?', 'error the question has less than two choices'],
    [
      'seven choices',
      '- [x] a\n- [ ] b\n- [ ] c\n- [ ] d\n- [ ] e\n- [ ] f\n- [ ] g',
      'error the question has 7 choices',
    ],
    ['equal choices', '- [x] a b\n- [ ] *a*  b', 'error the choice "a b" is there twice'],
    [
      'choices that differ in capitals',
      '- [x] mW\n- [ ] MW',
      'warning two choices differ only in capitals: "MW"',
    ],
    ['a choice without box', '- [x] a\n- [ ] b\n- c', 'error a choice has no box or no text'],
    ['a choice without text', '- [x] a\n- [ ] b\n- [ ]', 'error a choice has no box or no text'],
    ['a long choice', `- [x] ${'a'.repeat(251)}\n- [ ] b`, 'error the choice'],
    ['no explanation', '- [x] a\n- [ ] b', 'warning the question has no explanation'],
    ['an unknown meta part', 'level 4 · task 2.4\n\n- [x] a\n- [ ] b', 'warning "level 4" is not known here'],
    ['an id of a wrong form', 'id Tern_1\n\n- [x] a\n- [ ] b', 'warning "Tern_1" is no allowed question id'],
  ])('%s', (_, body, expected) => {
    expect(found({ 'tern.md': question(`### Which?\n${body}`) })).toContainEqual(
      expect.stringContaining(expected),
    );
  });

  test('an id of two questions, in two files', () => {
    const files = { 'auk.md': question(whole), 'tern.md': question(whole).replace('Tern', 'Auklet') };
    expect(found(files)).toContain('tern.md:7 error the question id "tern-far" is also in auk.md');
  });

  test('a stem over 300 characters is a warning, over 1,500 an error', () => {
    const levels = (length: number) =>
      found({ 'tern.md': question(`### ${'a'.repeat(length)}\n- [x] a\n- [ ] b\n\n> So.`) }).map(
        (finding) => finding.split(' ')[1],
      );
    expect([300, 301, 1500, 1501].map(levels)).toEqual([[], ['warning'], ['warning'], ['error']]);
  });
});
