import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, safeUrl } from '../../../src/adapters/discord/escape.ts';
import { checkLimits } from '../../../src/adapters/discord/limits.ts';
import { type Payload, render } from '../../../src/adapters/discord/render.ts';
import { letterOptions } from '../../../src/chat/choice.ts';
import type { Markup } from '../../../src/chat/markup.ts';
import type { Message, Part } from '../../../src/chat/message.ts';
import { message } from '../../arbitrary-message.ts';
import { isEmpty, message as rules } from '../../servers/discord-rules.ts';

/** Making a counterexample smaller may take long: it ends after so many milliseconds. */
const within = { interruptAfterTimeLimit: 15_000 };

describe('whatever a message holds', () => {
  test('Discord takes it', () => {
    fc.assert(
      fc.property(message, (any) => {
        for (const payload of render(any)) {
          expect(checkLimits(payload)).toEqual([]);
          const { data, error } = rules.safeParse(payload);
          expect(error).toBeUndefined();
          expect(data && isEmpty(data)).toBe(false);
        }
      }),
      within,
    );
  });

  test('nothing of its text is lost', () => {
    fc.assert(
      fc.property(message, (any) => {
        const expected = any.map(saidBy).join('');
        if (letters(expected) !== '') expect(shownBy(render(any))).toBe(letters(expected));
      }),
      within,
    );
  });

  test('it mentions nobody, and links to nothing that is no link', () => {
    fc.assert(
      fc.property(message, (any) => {
        const moments = momentsIn(any);
        for (const { content, embeds, allowed_mentions } of render(any)) {
          expect(allowed_mentions).toEqual({ parse: [] });
          for (const text of [content, ...embeds.map(({ description = '' }) => description)]) {
            expect(text).not.toMatch(/@(everyone|here)|<@[!&]?\d/i);
            const bare = text.replace(/\\[\s\S]|`[^`\n]*`|<https?:[^>\s]*>|<t:\d+:R>/g, (match) =>
              match.startsWith('<t:') && !moments.includes(match) ? match : '',
            );
            expect(bare).not.toMatch(/<|https?:\/\/|discord\.gg\//);
          }
        }
      }),
      within,
    );
  });

  test('each of its controls is there, in order, but for those that would do the same twice', () => {
    fc.assert(
      fc.property(message, (any) => {
        const ids = render(any).flatMap(({ components }) =>
          components.flatMap((row) => row.components.flatMap(idOf)),
        );
        const actions = any.flatMap((part) =>
          part.kind === 'buttons' ? part.buttons.flatMap((one) => ('action' in one ? [one.action] : [])) : [],
        );
        expect(ids.filter((id) => actions.includes(id) && !id.includes('='))).toEqual(
          expect.arrayContaining([...new Set(actions)]),
        );
      }),
      within,
    );
  });
});

/** The moments that a message tells, as Discord has them. */
function momentsIn(any: Message): string[] {
  return [...JSON.stringify(any).matchAll(/"at":(\d+)/g)].map(
    ([, at]) => `<t:${Math.round(Number(at) / 1000)}:R>`,
  );
}

function idOf(control: object): string[] {
  return 'custom_id' in control ? [String(control.custom_id)] : [];
}

/** The letters and digits that members read, without what the markup around them adds. */
function shownBy(payloads: readonly Payload[]): string {
  const texts = payloads.flatMap(({ content, embeds }) => [
    content,
    ...embeds.map(({ description = '' }) => description),
  ]);
  return letters(
    texts
      .filter((text) => text !== '-# Continued')
      .join('\n')
      .replace(/\\[\s\S]|`[^`\n]*`|<https?:[^>\s]*>/g, (match) => (match.startsWith('<') ? '' : match)),
  );
}

function letters(text: string): string {
  return clean(text).replace(/[^\p{L}\p{N}]/gu, '');
}

function saidBy(part: Part): string {
  switch (part.kind) {
    case 'text':
    case 'note':
      return said(part.text);
    case 'facts':
      return [part.title ?? [], ...part.items].map(said).join('');
    case 'table':
      return [said(part.title ?? []), ...part.columns, ...part.rows.flat().map(said)].join('');
    case 'buttons':
      return part.buttons
        .map((one) => {
          const linked = 'url' in one ? (safeUrl(one.url) ?? '') : 'button';
          if (linked === '' && 'url' in one) return `${one.label}${one.url}`;
          if (linked.length > 1000) return `${one.label}${'url' in one ? one.url : ''}`;
          return one.label.length > 80 || linked.length > 512 ? one.label : '';
        })
        .join('');
    case 'choice': {
      const { inBody, options } = letterOptions(part, 80);
      if (!inBody) return '';
      return options.map(({ letter }, index) => letter + said(part.options[index]?.text ?? [])).join('');
    }
    case 'file':
      return '';
  }
}

function said(markup: Markup): string {
  return markup
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      if (inline.kind === 'text' || inline.kind === 'code') return inline.text;
      if (inline.kind === 'time') return `<t:${Math.round(inline.at / 1000)}:R>`;
      const label = said(inline.children);
      if (inline.kind !== 'link') return label;
      const url = safeUrl(inline.url);
      return url !== undefined && url.length <= 1000 ? label : `${label}${inline.url}`;
    })
    .join('');
}
