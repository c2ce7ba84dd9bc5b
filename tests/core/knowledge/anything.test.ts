import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isId } from '../../../src/core/knowledge/ids.ts';
import { MAX_TOPIC_ID } from '../../../src/core/knowledge/types.ts';
import { read } from './decks.ts';

/** Pieces that mean something to Markdown, YAML or a reader of either, or that often break one. */
const pieces = [
  '# ',
  '## ',
  '### ',
  '## Facts\n',
  '## Questions\n',
  '---\n',
  '- ',
  '- [x] ',
  '- [ ] ',
  '* ',
  '1. ',
  '> ',
  '  ',
  '\t',
  '\n',
  '\r\n',
  '\n\n',
  '**',
  '*',
  '_',
  '`',
  '```\n',
  '~~',
  '[',
  ']',
  '(',
  ')',
  '[a](b.md)',
  '![a](b)',
  '[^1]',
  '[a]: b\n',
  '<b>',
  '<!--',
  '| a ',
  '|---',
  ': ',
  ' - ',
  ' · id ',
  'name: x\n',
  'aliases: ',
  '{',
  '}',
  '&a ',
  '*a',
  '!!x ',
  '__proto__: ',
  'elsewhere:\n  ',
  '@everyone',
  '<!channel>',
  '<@U1>',
  '\0',
  '\u202e',
  '\u200f',
  '\ufeff',
  '\ud800',
  'Shield',
  'AWS KMS (KMS)',
  'finds',
  'a',
  'Я',
  'が',
  '😀',
];
const markup = fc.array(fc.constantFrom(...pieces), { maxLength: 200 }).map((all) => all.join(''));
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), markup);

/** What must hold whatever the files are. */
function holds(files: Record<string, string | Uint8Array>): void {
  const result = read(files);
  for (const finding of result.findings) {
    const content = files[finding.file] ?? '';
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    expect(finding.line).toBeGreaterThanOrEqual(1);
    expect(finding.line).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
  }
  expect(result.deck === undefined).toBe(result.findings.some(({ level }) => level === 'error'));
  const topics = result.deck?.topics ?? [];
  expect(topics.every(({ id }) => isId(id, MAX_TOPIC_ID))).toBe(true);
  expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
  const categories = new Set(result.deck?.categories.map(({ id }) => id));
  expect(topics.every(({ category }) => category === undefined || categories.has(category))).toBe(true);
  expect(read(Object.fromEntries(Object.entries(files).reverse()))).toEqual(result);
}

describe('any text', () => {
  test('as notes is read, without errors', () => {
    fc.assert(
      fc.property(anything, anything, (one, two) => {
        fc.pre(!/^\ufeff?---/.test(one) && !/^\ufeff?---/.test(two));
        holds({ 'a.md': one, 'b.md': two });
        expect(read({ 'a.md': one }).findings.every(({ level }) => level === 'warning')).toBe(true);
      }),
    );
  });

  test('as a topic file is read', () => {
    fc.assert(
      fc.property(anything, anything, (front, body) => {
        holds({ 'a.md': `---\n${front}\n---\n${body}` });
        holds({
          'a.md': `---\nname: A\n---\n${body}`,
          'b.md': `---\nname: B\n---\n## Questions\n### ${body}`,
        });
      }),
    );
  });

  test('as deck.yaml is read', () => {
    fc.assert(fc.property(anything, (yaml) => holds({ 'deck.yaml': yaml, 'a.md': '---\nname: A\n---\nB.' })));
  });

  test('as bytes is read', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => holds({ 'a.md': bytes })));
  });
});

describe('10,000 characters', () => {
  const repeated = [
    '>',
    '> ',
    '- ',
    '1. ',
    '> - ',
    '[',
    '[a](',
    '*a ',
    '`',
    '![',
    '<',
    '|',
    '{a: ',
    '[^a]',
    'a: ',
    '• ',
    '\0',
    '\u202e',
    '@everyone ',
  ];
  test.each(repeated)('of %j are read as anything', (piece) => {
    const text = piece.repeat(10_000 / piece.length);
    holds({ 'a.md': text, 'b.md': `---\nname: ${text}\n---\n${text}`, 'deck.yaml': text });
    holds({ 'a.md': `---\nname: A\n---\n## Questions\n### ${text}`, 'deck.yaml': `name: ${text}` });
  });
});
