import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isId } from '../../../../src/core/knowledge/ids.ts';
import { LENGTHS, MAX_ITEM_ID } from '../../../../src/core/knowledge/limits.ts';
import { deckOf, found, read, topicFile } from '../decks.ts';
import { made } from './made.ts';

describe('whatever the notes say', () => {
  const of = (words: string) => fc.constantFrom(...words.split(' '));
  const plain = of(
    'ice cold water breeds cliffs eats herring krill polar summer winter nests burrow rock shore dives deep far islands eggs chick feathers grey storm wind Я дом 鳥 飛ぶ',
  );
  const odd = of(
    'Tern Auk terns Gull the a of it is uses finds contains this with AWS KMS Key 1914 12 **bold** *it* `code` [x](y) https://x.org ? . : – - ( ) " “ ” $ # | < > & \\ \\*',
  );
  const line = fc
    .array(fc.oneof({ weight: 5, arbitrary: plain }, odd), { minLength: 1, maxLength: 8 })
    .map((all) => all.join(' '));
  const names =
    'Tern,Auk,Gulls,Skua,AWS Key Management Service (KMS),This,Notes,1914,Great Auk,The Puffin,鴨';
  const name = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names.split(',')) }, line);
  const topic = fc
    .tuple(name, fc.array(line, { minLength: 1, maxLength: 5 }))
    .map(([title, facts]) => `## ${title}\n${facts.map((fact) => `- ${fact}\n`).join('')}`);
  const notes = fc.array(topic, { minLength: 3, maxLength: 9 }).map((topics) => topics.join('\n'));
  const other = fc.oneof(notes, fc.string({ unit: 'binary', maxLength: 300 }));

  /** The words of a text in lower case, with a space around each. */
  const fold = (text: string) =>
    ` ${text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;

  test('each question has one right choice among different ones, and can be shown', () => {
    let asked = 0;
    fc.assert(
      fc.property(notes, other, (one, two) => {
        const { deck, notes: report } = read({ 'a.md': one, 'b.md': two });
        const all = deck?.topics.flatMap(({ questions }) => questions) ?? [];
        for (const { id, stem, choices, explanation } of all) {
          const texts = choices.map(({ text }) => text.toLowerCase());
          expect(choices.filter((choice) => choice.right)).toHaveLength(1);
          expect(new Set(texts).size).toBe(choices.length);
          expect(isId(id, MAX_ITEM_ID)).toBe(true);
          expect(stem.length).toBeLessThanOrEqual(LENGTHS.stem.most);
          expect(explanation.length).toBeLessThanOrEqual(LENGTHS.explanation.most);
          expect(choices.length).toBe(stem.startsWith('Which of these') ? 4 : 2);
        }
        asked += all.length;
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        expect(report?.questions ?? 0).toBe(all.length);
        expect((report?.facts ?? 0) - (report?.leftOut.length ?? 0)).toBe(all.length);
        expect(read({ 'b.md': two, 'a.md': one })).toEqual(read({ 'a.md': one, 'b.md': two }));
      }),
    );
    expect(asked).toBeGreaterThan(100);
  });

  test('"Which of these ...?" names no topic of the deck', () => {
    fc.assert(
      fc.property(notes, (text) => {
        const { topics } = deckOf({ 'a.md': text });
        const named = topics.flatMap((each) => [each.name, ...each.aliases].map(fold));
        for (const { stem, choices } of topics.flatMap(({ questions }) => questions)) {
          const inStem = named.filter((each) => each !== '  ' && fold(stem).includes(each));
          if (choices.length === 4) expect(inStem).toEqual([]);
        }
      }),
    );
  });

  test('each question can be read from a topic file without an error', () => {
    fc.assert(
      fc.property(notes, (text) => {
        const written = made({ 'a.md': text }).map(({ id, stem, choices, explanation }) => {
          const boxes = choices.map((choice) => `- [${choice.right ? 'x' : ' '}] ${choice.text}\n`).join('');
          return `### ${stem}\nid ${id}\n\n${boxes}\n> ${explanation}\n`;
        });
        const file = topicFile({ body: `A sea bird.\n\n## Questions\n${written.join('\n')}` });
        expect(found({ 'x.md': file }).filter((finding) => finding.includes(' error '))).toEqual([]);
      }),
    );
  });
});
