import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { render } from '../../../src/adapters/playground/render.ts';
import { type Inline, type Markup, md, plain, text, time } from '../../../src/chat/markup.ts';
import type { Message, Part } from '../../../src/chat/message.ts';
import { message } from '../../arbitrary-message.ts';

const html = async (...parts: Part[]) => String(await render(parts));

describe('parts', () => {
  test('text, headings, lists and small print are the page’s own', async () => {
    expect(
      await html(
        { kind: 'text', heading: true, text: text('AWS Shield') },
        { kind: 'text', text: md`It is **on** for \`everyone\`, *free*.` },
        { kind: 'facts', title: text('Facts'), items: [text('one'), text('two')] },
        { kind: 'note', text: text('checked today') },
      ),
    ).toBe(
      '<h3>AWS Shield</h3><p>It is <strong>on</strong> for <code>everyone</code>, <em>free</em>.</p>' +
        '<h4>Facts</h4><ul><li>one</li><li>two</li></ul><p class="note">checked today</p>',
    );
  });

  test('a moment is in a form that the page can put into the reader’s time', async () => {
    expect(await html({ kind: 'text', text: md`Closes at ${time(1_800_000_000_000)}.` })).toBe(
      '<p>Closes at <time datetime="2027-01-15T08:00:00.000Z">08:00:00 UTC</time>.</p>',
    );
  });

  test('a file carries its content through HTML as it is', async () => {
    const content = '{"a":"<b>é\\r\\n\\u0000"}\r\n\0"';
    const shown = await html({ kind: 'file', name: 'my "data".json', content });
    expect(shown).toMatch(/data-file="my &quot;data&quot;\.json".*>Save my &quot;data&quot;\.json</);
    expect(decodeURIComponent(/data-content="([^"]*)"/.exec(shown)?.[1] ?? '')).toBe(content);
  });

  test('a link opens beside the page and learns nothing of it', async () => {
    expect(await html({ kind: 'text', text: md`[docs](https://example.com/?a=1&b="2")` })).toBe(
      '<p><a href="https://example.com/?a=1&amp;b=&quot;2&quot;" target="_blank" rel="noopener noreferrer">docs</a></p>',
    );
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', ' https://example.com', '/playground'])(
    'an address like %s is left out',
    async (url) => {
      const link: Inline = { kind: 'link', url, children: text('docs') };
      expect(await html({ kind: 'text', text: [link] })).toBe('<p>docs</p>');
      expect(await html({ kind: 'buttons', buttons: [{ label: 'docs', url }] })).toBe(
        '<div class="buttons">docs</div>',
      );
    },
  );

  test('buttons keep their order and carry their actions', async () => {
    const buttons = [
      { label: 'More', action: 'aws:more:shield', primary: true },
      { label: 'Docs', url: 'https://example.com' },
      { label: 'AWS WAF', action: 'aws:show:waf' },
    ];
    expect(
      [...(await html({ kind: 'buttons', buttons })).matchAll(/>([^<]+)</g)].map(([, label]) => label),
    ).toEqual(['More', 'Docs', 'AWS WAF']);
  });

  test('a table names its columns and rows', async () => {
    const table = await html({ kind: 'table', columns: ['Who', 'Points'], rows: [[text('Ana'), text('3')]] });
    expect(table).toContain('<th scope="col">Who</th><th scope="col">Points</th>');
    expect(table).toContain('<th scope="row">Ana</th><td>3</td>');
  });

  test('a choice of one is lettered buttons, a choice of two is boxes to tick and one button', async () => {
    const choice = {
      kind: 'choice',
      prompt: 'Which?',
      action: 'quiz:answer:1',
      options: [
        { value: 'waf', text: text('AWS WAF') },
        { value: 'kms', text: text('AWS KMS') },
      ],
    } as const;
    const one = await html({ ...choice, picks: 1 });
    expect(one.match(/data-action="quiz:answer:1" data-value="\w+"/g)).toHaveLength(2);
    expect(one).toContain('<span class="letter">B</span> <span>AWS KMS</span>');
    const two = await html({ ...choice, picks: 2 });
    expect(two).toContain('data-action="quiz:answer:1" data-picks="2"');
    expect(two.match(/type="checkbox"/g)).toHaveLength(2);
  });
});

describe('any message', () => {
  /** The only tags and attributes there are; a value in quotes holds no quote and no bracket. */
  const tag =
    /<\/?(?:h3|h4|p|ul|li|div|table|thead|tbody|tr|th|td|strong|em|code|br|a|button|fieldset|legend|form|label|input|span|time)(?: (?:class|href|target|rel|scope|type|name|value|datetime|data-[a-z]+)="[^"<>]*")*>/g;
  const entities: Record<string, string> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  };
  const words = (value: string) =>
    value.replaceAll(tag, '').replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

  test('is made of the renderer’s own tags, everything else is escaped text, and nothing is lost', async () => {
    await fc.assert(
      fc.asyncProperty(message, async (parts) => {
        const rendered = String(await render(parts));
        expect(rendered.replaceAll(tag, '')).not.toMatch(/[<>"']/);
        const squeezed = (value: string) => value.replaceAll(/\s/g, '');
        expect(squeezed(words(rendered))).toBe(squeezed(parts.map(said).join('')));
      }),
    );
  });

  function said(part: Message[number]): string {
    switch (part.kind) {
      case 'text':
      case 'note':
        return plain(part.text);
      case 'facts':
        return all(part.title ?? [], ...part.items);
      case 'table':
        return all(part.title ?? []) + part.columns.join('') + all(...part.rows.flat());
      case 'buttons':
        return part.buttons.map(({ label }) => label).join('');
      case 'choice': {
        const options = part.options.map((option, at) => String.fromCharCode(65 + at) + plain(option.text));
        return [part.prompt, ...options, part.picks > 1 ? `Answer with ${part.picks}` : ''].join('');
      }
      case 'file':
        return `Save ${part.name}`;
    }
  }

  function all(...markup: Markup[]): string {
    return markup.map(plain).join('');
  }
});
