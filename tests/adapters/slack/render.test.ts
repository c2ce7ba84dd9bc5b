import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/adapters/slack/escape.ts';
import { checkLimits } from '../../../src/adapters/slack/limits.ts';
import { ownAction, type Payload, render } from '../../../src/adapters/slack/render.ts';
import { actionId } from '../../../src/chat/action.ts';
import { link, md, plain, text } from '../../../src/chat/markup.ts';
import type { Message, Part } from '../../../src/chat/message.ts';
import { blockFaults, controlsIn, type Json, textIn } from '../../servers/slack-blocks.ts';

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

  test('buttons keep their order and their ids, also when an id comes twice', () => {
    const action = actionId('aws', 'show', 'waf');
    const payload = only([
      {
        kind: 'buttons',
        buttons: [
          { label: 'AWS WAF', action, primary: true },
          { label: 'Again', action },
          { label: 'Documentation', url: 'https://docs.aws.amazon.com/' },
        ],
      },
    ]);
    const controls = controlsIn(blocksOf(payload));
    expect(controls.map((control) => textIn([control]))).toEqual(['AWS WAF', 'Again', 'Documentation']);
    expect(controls.slice(0, 2).map(({ action_id }) => ownAction(String(action_id)))).toEqual([
      action,
      action,
    ]);
    expect(blockFaults(blocksOf(payload), 'message')).toEqual([]);
  });

  test('the 26th button stands in a row of its own, and a label that is too long stands above in full', () => {
    const buttons = Array.from({ length: 26 }, (_, index) => ({
      label: `${index} ${'x'.repeat(80)}`,
      action: `a:b:${index}`,
    }));
    const payload = only([{ kind: 'buttons', buttons }]);
    expect(controlsIn(blocksOf(payload))).toHaveLength(26);
    for (const { label } of buttons) expect(textIn(blocksOf(payload))).toContain(label);
  });

  test('a choice of one is buttons, a choice of several checkboxes; both report values', () => {
    const options = [
      { value: 'waf', text: text('AWS WAF') },
      { value: 'shield', text: text('AWS Shield') },
    ];
    const choice: Part = { kind: 'choice', prompt: 'Pick', action: 'quiz:answer', picks: 1, options };
    const [one, several] = [only([choice]), only([{ ...choice, picks: 2 }])].map((payload) =>
      controlsIn(blocksOf(payload)),
    );
    expect(one?.map((control) => [textIn([control]), control.value])).toEqual([
      ['A  AWS WAF', 'waf'],
      ['B  AWS Shield', 'shield'],
    ]);
    expect(several).toMatchObject([{ type: 'checkboxes', options: [{ value: 'waf' }, { value: 'shield' }] }]);
  });

  test('wording that is too long for a control stands in the body, and the controls carry letters', () => {
    const wording =
      'It protects every customer against the most common attacks, at no extra cost at all, always.';
    const payload = only([
      {
        kind: 'choice',
        prompt: 'Which?',
        action: 'quiz:answer',
        picks: 1,
        options: [
          { value: '1', text: text(wording) },
          { value: '2', text: text('no') },
        ],
      },
    ]);
    expect(controlsIn(blocksOf(payload)).map((control) => textIn([control]))).toEqual(['A', 'B']);
    expect(textIn(blocksOf(payload))).toContain(`A  ${wording}`);
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
