import { describe, expect, test } from 'vitest';
import type { Payload } from '../../../src/adapters/slack/blocks.ts';
import { plainText } from '../../../src/adapters/slack/escape.ts';
import { checkLimits } from '../../../src/adapters/slack/limits.ts';
import { render } from '../../../src/adapters/slack/render.ts';
import { join, link, md, plain, text, time } from '../../../src/chat/markup.ts';
import type { Message, Part } from '../../../src/chat/message.ts';
import { blockFaults, type Json, textIn } from '../../servers/slack-blocks.ts';

const only = (message: Message): Payload => {
  const payloads = render(message);
  expect(payloads).toHaveLength(1);
  const [payload] = payloads;
  if (!payload) throw new Error('nothing was rendered');
  return payload;
};

const blocksOf = (payload: Payload): Json[] => payload.blocks.map((block) => ({ ...block }));

describe('each part has its block', () => {
  test('a heading is a header', () => {
    const { blocks } = only([{ kind: 'text', heading: true, text: text('AWS Shield') }]);
    expect(blocks).toEqual([
      { type: 'header', text: { type: 'plain_text', text: 'AWS Shield', emoji: false }, block_id: '0' },
    ]);
  });

  test('a heading that is too long for a header is bold text, whole', () => {
    const long = 'Shield '.repeat(40).trim();
    const payload = only([{ kind: 'text', heading: true, text: text(long) }]);
    expect(payload.blocks[0]?.type).toBe('rich_text');
    expect(textIn(blocksOf(payload))).toBe(long);
  });

  test('text is rich text, whose characters stand for themselves', () => {
    const { blocks } = only([
      { kind: 'text', text: md`See **${'*AWS*_~'}** and ${link('docs', 'https://a.example/b')}` },
    ]);
    expect(blocks[0]).toMatchObject({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'See ' },
            { type: 'text', text: '*AWS*_~', style: { bold: true } },
            { type: 'text', text: ' and ' },
            { type: 'link', text: 'docs', url: 'https://a.example/b' },
          ],
        },
      ],
    });
  });

  test('facts are a list under their title', () => {
    const { blocks, text: said } = only([
      { kind: 'facts', title: text('Facts'), items: [text('one'), text('two')] },
    ]);
    expect(blocks).toHaveLength(1);
    expect(said).toBe('Facts\n• one\n• two');
  });

  test('a table is read row after row', () => {
    const table: Part = {
      kind: 'table',
      columns: ['Player', 'Points', 'Place'],
      rows: [[text('Ana'), text('4'), text('1')]],
    };
    expect(only([table]).text).toBe('Player: Points, Place\n• Ana: 4, 1');
  });

  test('a note is small print with its links', () => {
    const { blocks } = only([
      {
        kind: 'note',
        text: md`${link('AWS documentation', 'https://docs.aws.amazon.com/waf?a=1&b=2')} · reviewed`,
      },
    ]);
    expect(blocks[0]).toMatchObject({
      type: 'context',
      elements: [
        {
          type: 'mrkdwn',
          text: '<https://docs.aws.amazon.com/waf?a=1&amp;b=2|AWS documentation> · reviewed',
        },
      ],
    });
  });

  test.each(['my_file_name.md and *.md', 'arn:aws:iam::1', '> a quotation', '`code`'])(
    'a note that mrkdwn would take for formatting is body text: %s',
    (words) => {
      const payload = only([{ kind: 'note', text: text(words) }]);
      expect(payload.blocks[0]?.type).toBe('rich_text');
      expect(textIn(blocksOf(payload))).toBe(words);
    },
  );

  test('a moment is shown in the reader’s own zone, and in text as a clock', () => {
    const at = Date.UTC(2026, 0, 2, 14, 5, 30, 999);
    const payload = only([{ kind: 'text', text: md`Closes at **${time(at)}**` }]);
    expect(payload.text).toBe('Closes at 14:05:30 UTC');
    expect(payload.blocks[0]).toMatchObject({
      elements: [
        {
          elements: [
            { type: 'text' },
            {
              type: 'date',
              timestamp: Math.floor(at / 1000),
              format: '{time_secs}',
              fallback: '14:05:30 UTC',
              style: { bold: true },
            },
          ],
        },
      ],
    });
    expect(only([{ kind: 'note', text: md`Closes at ${time(at)}` }]).blocks[0]?.type).toBe('rich_text');
  });

  test('a file is code in full, in as many messages as it takes', () => {
    const content = JSON.stringify(
      Array.from({ length: 900 }, (_, index) => ({ index, quote: '"' })),
      null,
      1,
    );
    const payloads = render([{ kind: 'file', name: 'studyhall.json', content }]);
    expect(payloads.length).toBeGreaterThan(1);
    expect(payloads.flatMap(checkLimits)).toEqual([]);
    expect(payloads.flatMap((payload) => blockFaults(blocksOf(payload), 'message'))).toEqual([]);
    expect(payloads.map((payload) => textIn(blocksOf(payload))).join('')).toBe(`studyhall.json${content}`);
  });
});

describe('the text for notifications', () => {
  test('says all of it, and pings nobody', () => {
    const { text: said } = only([
      { kind: 'text', heading: true, text: text('Hello <!channel> & <@U1>') },
      { kind: 'text', text: text('Body') },
      { kind: 'buttons', buttons: [{ label: 'More', action: 'a:b' }] },
    ]);
    expect(said).toBe('Hello &lt;!channel&gt; &amp; &lt;@U1&gt;\nBody\n[More]');
  });

  test('is cut after a whole character where it would be too long', () => {
    const { text: said } = only([{ kind: 'text', text: text('&'.repeat(2000)) }]);
    expect(said.length).toBeLessThanOrEqual(4000);
    expect(said).toMatch(/^(&amp;)+…$/);
  });
});

describe('a message longer than Slack takes', () => {
  test('is cut between its lines where they are short', () => {
    const standings = Array.from({ length: 30 }, (_, index) => md`${index + 1}. **Ana**: ${index} right`);
    const { blocks, text: said } = only([{ kind: 'text', text: join(standings, '\n') }]);
    expect(blocks.length).toBeGreaterThan(1);
    expect(said.split('\n')).toEqual(standings.map(plain));
  });

  test('goes on in the next one, in order and without loss', () => {
    const items = Array.from({ length: 400 }, (_, index) => text(`fact number ${index} ${'.'.repeat(80)}`));
    const payloads = render([{ kind: 'facts', items }]);
    expect(payloads.length).toBeGreaterThan(2);
    const whole = payloads.map((payload) => textIn(blocksOf(payload))).join('');
    expect(whole).toBe(items.map(plain).join(''));
    expect(payloads.flatMap(checkLimits)).toEqual([]);
  });
});

test('what Slack hands over is read as a member sees it', () => {
  expect(
    plainText(
      '<@UBOT> is <https://a.example/?a=1&amp;b=2|this> &lt;safe&gt; in <#C1|general>, <!here> <@U2|bo>?',
      'UBOT',
    ),
  ).toBe(' is this <safe> in #general, @here @bo?');
  expect(plainText('<https://a.example/>')).toBe('https://a.example/');
  expect(plainText('&amp;lt;')).toBe('&lt;');
});

test('a bar in the address of a link does not become part of its label', () => {
  const address = 'https://example.com/?a|b';
  const note = {
    kind: 'note' as const,
    text: [{ kind: 'link' as const, url: address, children: text('guide') }],
  };
  expect(render([note])[0]?.blocks[0]).toMatchObject({
    type: 'context',
    elements: [{ type: 'mrkdwn', text: '<https://example.com/?a%7Cb|guide>' }],
  });
});
