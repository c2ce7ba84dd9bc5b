import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { join, link, md, parse, plain, text } from '../../src/chat/markup.ts';

describe('parse', () => {
  test('keeps emphasis, code, links and breaks', () => {
    expect(
      parse('**AWS Shield** is *free*, see `aws shield` and [the guide](https://aws.amazon.com/shield)'),
    ).toEqual([
      { kind: 'strong', children: [{ kind: 'text', text: 'AWS Shield' }] },
      { kind: 'text', text: ' is ' },
      { kind: 'emphasis', children: [{ kind: 'text', text: 'free' }] },
      { kind: 'text', text: ', see ' },
      { kind: 'code', text: 'aws shield' },
      { kind: 'text', text: ' and ' },
      { kind: 'link', url: 'https://aws.amazon.com/shield', children: [{ kind: 'text', text: 'the guide' }] },
    ]);
  });

  test('takes the beginnings of blocks as text', () => {
    for (const line of [
      '# not a heading',
      '1. not a list',
      '- nor this',
      '> no quote',
      '<b>no HTML</b>',
      '---',
    ])
      expect(plain(parse(line))).toBe(line);
  });

  test('leaves only the words of links that lead elsewhere than to the web', () => {
    expect(parse('[run](javascript:alert(1))')).toEqual([{ kind: 'text', text: 'run' }]);
    expect(link('run', 'javascript:alert(1)')).toEqual([{ kind: 'text', text: 'run' }]);
  });

  test('never throws, and gives links only to the web', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            '*',
            '_',
            '`',
            '[',
            '](',
            ')',
            '<',
            '>',
            '\\',
            '\0',
            '@everyone',
            '\n',
            '‮',
            'a',
            '&',
          ),
          {
            maxLength: 300,
          },
        )
        .map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(hostile, (markdown) => {
        expect(JSON.stringify(parse(markdown))).not.toMatch(/"url":"(?!https?:)/i);
      }),
    );
  });

  test.each(['*', '_', '[', '`', '>', '<', '\\', '\0', '**a', '![', '](', '&#x'])(
    'reads ten thousand characters of %j',
    (piece) => {
      const markdown = piece.repeat(Math.ceil(10_000 / piece.length));
      expect(Array.isArray(parse(markdown))).toBe(true);
    },
  );
});

describe('md', () => {
  test('parses its own words and takes values as they are', () => {
    expect(md`**${'*Shield*'}**: ${parse('`free`')}, ${3} times`).toEqual([
      { kind: 'strong', children: [{ kind: 'text', text: '*Shield*' }] },
      { kind: 'text', text: ': ' },
      { kind: 'code', text: 'free' },
      { kind: 'text', text: ', ' },
      { kind: 'text', text: '3' },
      { kind: 'text', text: ' times' },
    ]);
  });

  test('fills code and addresses', () => {
    expect(md`\`/${'aws'} x\` [docs](https://example.com/${'a'})`).toEqual([
      { kind: 'code', text: '/aws x' },
      { kind: 'text', text: ' ' },
      { kind: 'link', url: 'https://example.com/a', children: [{ kind: 'text', text: 'docs' }] },
    ]);
  });

  test('says any value back unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(plain(md`Look: ${value}.`)).toBe(`Look: ${value}.`);
      }),
    );
  });
});

test('join puts text between', () => {
  expect(plain(join([text('a'), text('b'), text('c')], ', '))).toBe('a, b, c');
});
