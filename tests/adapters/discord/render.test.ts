import { describe, expect, test } from 'vitest';
import { checkLimits } from '../../../src/adapters/discord/limits.ts';
import { contentAlone, render } from '../../../src/adapters/discord/render.ts';
import { link, type Markup, md, text, time } from '../../../src/chat/markup.ts';
import type { ButtonsPart, ChoicePart, Part } from '../../../src/chat/message.ts';

const contentOf = (...parts: Part[]) => render(parts)[0].content;
const shows = (markup: Markup) => contentOf({ kind: 'text', text: markup });

describe('text is Discord Markdown that says exactly what it says', () => {
  test.each([
    ['*a* _b_ `c` ~~d~~ ||e||', '\\*a\\* \\_b\\_ \\`c\\` \\~~d\\~~ \\||e\\||'],
    ['# not a heading', '\\# not a heading'],
    ['-# not small', '\\-# not small'],
    ['- no list', '\\- no list'],
    ['12. no list', '12\\. no list'],
    ['>>> no quote', '\\>>> no quote'],
    ['a - b # c > d 1. e', 'a - b # c > d 1. e'],
    ['[a](https://a.example)', '\\[a\\](https\\://a.example)'],
    ['<@1> <#2> </aws:3> <t:4:R> <:key:5>', '\\<@\u200b1> \\<#2> \\</aws:3> \\<t\\:4:R> \\<\\:key:5>'],
    ['@everyone and @here', '@\u200beveryone and @\u200bhere'],
    ['ana@example.com', 'ana@example.com'],
    ['arn:aws:s3:::bucket', 'arn\\:aws\\:s3:::bucket'],
    ['join discord.gg/abc', 'join discord.gg\\/abc'],
    ['a\u0000b\u202ec', 'a b c'],
    ['one\r\ntwo', 'one\ntwo'],
  ])('%j', (typed, shown) => {
    expect(shows(text(typed))).toBe(shown);
  });

  test('marks never touch a space on their inside, nor each other', () => {
    expect(shows([{ kind: 'strong', children: text(' a ') }, ...text('b')])).toBe('**a** b');
    expect(
      shows([
        { kind: 'strong', children: text('a') },
        { kind: 'emphasis', children: text('b') },
      ]),
    ).toBe('**a**\u200b*b*');
    expect(shows(md`**a *b***`)).toBe('**a *b***');
    expect(
      shows([
        { kind: 'code', text: 'a' },
        { kind: 'code', text: 'b' },
      ]),
    ).toBe('`ab`');
  });

  test('a moment is the time left until then, in whatever stands around it', () => {
    const at = Date.UTC(2026, 10, 22, 12, 0, 29, 600);
    expect(shows(md`Closes ${time(at)}`)).toBe('Closes <t:1795348830:R>');
    expect(shows(md`**Closes ${time(at)}**, <t:1:R>`)).toBe('**Closes <t:1795348830:R>**, \\<t\\:1:R>');
  });

  test('code that no span can hold is text', () => {
    expect(shows([{ kind: 'code', text: 'aws s3 ls' }])).toBe('`aws s3 ls`');
    expect(shows([{ kind: 'code', text: 'a`b' }])).toBe('a\\`b');
  });

  test('links unfurl nothing, and what could not be a link on Discord is said', () => {
    expect(shows(link('Shield', 'https://a.example/x_(y)'))).toBe('[Shield](<https://a.example/x_%28y%29>)');
    expect(shows(link('https://a.example/', 'https://a.example/'))).toBe('<https://a.example/>');
    expect(shows(link('[draft] Shield', 'https://a.example'))).toBe(
      '\\[draft\\] Shield (<https://a.example/>)',
    );
  });
});

describe('parts are read in order', () => {
  test('headings, lists, tables and notes', () => {
    expect(
      contentOf(
        { kind: 'text', heading: true, text: text('AWS Shield') },
        { kind: 'text', text: text('Protects against DDoS.') },
        { kind: 'facts', title: text('Facts'), items: [md`**Standard** is free`, text('Advanced is paid')] },
        {
          kind: 'table',
          columns: ['Name', 'Points'],
          rows: [
            [text('Ana'), text('3')],
            [text('Ben'), text('1')],
          ],
        },
        { kind: 'note', text: text('Reviewed today') },
      ),
    ).toBe(
      [
        '## AWS Shield',
        'Protects against DDoS.',
        '',
        '**Facts**',
        '- **Standard** is free',
        '- Advanced is paid',
        '',
        '-# Name: Points',
        '- **Ana**: 3',
        '- **Ben**: 1',
        '-# Reviewed today',
      ].join('\n'),
    );
  });

  test('long text goes on in embeds, then in a further message, whole', () => {
    const fact = (index: number) => text(`Fact ${index} ${'is told at some length '.repeat(8)}`);
    const payloads = render([
      { kind: 'facts', items: Array.from({ length: 60 }, (_, index) => fact(index)) },
    ]);
    expect(payloads).toHaveLength(2);
    expect(payloads[0].embeds).toHaveLength(2);
    expect(payloads.flatMap(checkLimits)).toEqual([]);
    const shown = payloads.flatMap(({ content, embeds }) => [
      content,
      ...embeds.map(({ description }) => description),
    ]);
    const lines = shown.join('\n').split('\n');
    expect(lines.map((line) => /Fact (\d+)/.exec(line)?.[1])).toEqual(lines.map((_, index) => String(index)));
  });

  test('what is posted without embeds goes on in further messages, whole', () => {
    const items = Array.from({ length: 60 }, (_, index) => text(`Fact ${index} ${'is told '.repeat(20)}`));
    const payloads = render([{ kind: 'facts', items }], contentAlone);
    expect(payloads.flatMap(checkLimits)).toEqual([]);
    expect(payloads.flatMap(({ embeds }) => embeds)).toEqual([]);
    const told = payloads.flatMap(({ content }) =>
      [...content.matchAll(/Fact (\d+)/g)].map(([, at]) => Number(at)),
    );
    expect(told).toEqual([...items.keys()]);
  });

  test('a file is attached, and named where there is nothing else', () => {
    const file = { kind: 'file' as const, name: 'studyhall.json', content: '{}' };
    expect(render([{ kind: 'text', text: text('All of it') }, file])).toMatchObject([
      { content: 'All of it', files: [{ name: 'studyhall.json', content: '{}' }] },
    ]);
    expect(contentOf(file)).toBe('-# studyhall.json');
    const many = render(Array.from({ length: 11 }, () => file));
    expect(many.map(({ files }) => files.length)).toEqual([10, 1]);
    expect(many.flatMap(checkLimits)).toEqual([]);
    const [heavy] = render([{ ...file, content: 'é'.repeat(6 * 1024 * 1024) }]);
    expect(checkLimits(heavy)).toEqual([expect.stringContaining('file: 12582912')]);
  });

  test('a style does not leak over a cut', () => {
    const [{ content, embeds }] = render([
      { kind: 'text', text: [{ kind: 'strong', children: text('word '.repeat(600)) }] },
    ]);
    expect(content).toMatch(/^\*\*word .* word\*\*$/);
    expect(embeds[0]?.description).toMatch(/^\*\*word .* word\*\*$/);
  });
});

describe('controls', () => {
  const buttons = (...labels: string[]): ButtonsPart => ({
    kind: 'buttons',
    buttons: labels.map((label) => ({ label, action: `aws:show:${label.slice(0, 20)}` })),
  });
  const choice = (picks: number, ...wordings: string[]): ChoicePart => ({
    kind: 'choice',
    prompt: 'Which?',
    action: 'quiz:answer:1',
    picks,
    options: wordings.map((wording, index) => ({ value: `v${index}`, text: text(wording) })),
  });
  const labels = (...parts: Part[]) =>
    render(parts).map(({ components }) =>
      components.map((row) =>
        row.components.map((control) => ('label' in control ? control.label : 'a select')),
      ),
    );

  test('six buttons are three and three', () => {
    expect(labels(buttons('1', '2', '3', '4', '5', '6'))).toEqual([
      [
        ['1', '2', '3'],
        ['4', '5', '6'],
      ],
    ]);
  });

  test('more than five rows go on in a further message', () => {
    const many = Array.from({ length: 30 }, (_, index) => `${index}`);
    const shown = labels(buttons(...many));
    expect(shown.map((rows) => rows.length)).toEqual([5, 1]);
    expect(shown.flat(2)).toEqual(many);
  });

  test('of two buttons that do the same the first is kept', () => {
    expect(labels(buttons('a'), buttons('a', 'b'))).toEqual([[['a'], ['b']]]);
  });

  test('a label that is too long is cut on the button and whole in the text', () => {
    const long = 'Which of these is meant '.repeat(5).trim();
    const [payload] = render([buttons(long)]);
    expect(payload.content).toBe(`- ${long}`);
    expect(checkLimits(payload)).toEqual([]);
  });

  test('short wording stands on the buttons of a choice, long wording in the text', () => {
    expect(labels(choice(1, 'AWS WAF', 'AWS Shield'))).toEqual([[['A  AWS WAF', 'B  AWS Shield']]]);
    const long = 'It filters web requests by rules '.repeat(4).trim();
    expect(contentOf(choice(1, long, 'AWS Shield'))).toBe(`**A**  ${long}\n**B**  AWS Shield`);
    expect(labels(choice(1, long, 'AWS Shield'))).toEqual([[['A', 'B']]]);
  });

  test('a choice of two is a select of exactly two', () => {
    const select = render([choice(2, 'a', 'b', 'c')])[0].components[0]?.components[0];
    expect(select).toMatchObject({
      custom_id: 'quiz:answer:1',
      placeholder: 'Which?',
      min_values: 2,
      max_values: 2,
      options: [
        { label: 'A  a', value: 'v0' },
        { label: 'B  b', value: 'v1' },
        { label: 'C  c', value: 'v2' },
      ],
    });
  });

  test('controls without text say what they are for', () => {
    expect(contentOf(choice(1, 'a', 'b'))).toBe('Which?');
    expect(contentOf()).toBe('-# Nothing to show');
  });
});
