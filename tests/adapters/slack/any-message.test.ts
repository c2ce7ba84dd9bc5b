import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Payload } from '../../../src/adapters/slack/blocks.ts';
import { plainText, printable } from '../../../src/adapters/slack/escape.ts';
import { checkLimits } from '../../../src/adapters/slack/limits.ts';
import { render } from '../../../src/adapters/slack/render.ts';
import { plain } from '../../../src/chat/markup.ts';
import type { Message } from '../../../src/chat/message.ts';
import { message as anyMessage } from '../../arbitrary-message.ts';
import { blockFaults, controlsIn, type Json, textIn } from '../../servers/slack-blocks.ts';

const blocksOf = (payload: Payload): Json[] => payload.blocks.map((block) => ({ ...block }));

test('any message is within the limits, holds all its text and pings nobody', () => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      const payloads = render(message);
      const blocks = payloads.flatMap(blocksOf);
      expect(payloads.flatMap(checkLimits)).toEqual([]);
      for (const payload of payloads) {
        expect(blockFaults(blocksOf(payload), 'message')).toEqual([]);
        expect(payload.text).not.toMatch(/<[!@#]|[<>]/);
      }
      const held = squeeze(readable(blocks));
      for (const words of wordsOf(message)) expect(held).toContain(squeeze(printable(words)));
      expect(controlsIn(blocks)).toHaveLength(controlsWanted(message));
    }),
    { numRuns: 150 },
  );
}, 60_000);

function squeeze(words: string): string {
  return words.replace(/\s+/g, '');
}

/** What a member reads, small print decoded. */
function readable(blocks: readonly Json[]): string {
  return blocks
    .map((block) => (block.type === 'context' ? plainText(textIn([block])) : textIn([block])))
    .join('');
}

function wordsOf(message: Message): string[] {
  return message.flatMap((part): string[] => {
    switch (part.kind) {
      case 'text':
      case 'note':
        return texts(part.text);
      case 'facts':
        return [...(part.title ? texts(part.title) : []), ...part.items.flatMap(texts)];
      case 'table':
        return [...part.columns, ...part.rows.flat().flatMap(texts)];
      case 'buttons':
        return part.buttons.map(({ label }) => label);
      case 'choice':
        return [part.prompt, ...part.options.flatMap((option) => texts(option.text))];
      case 'file':
        return [part.name, part.content];
      default:
        return part satisfies never;
    }
  });
}

/** The pieces of text on their own: between them an address may stand that could be no link. */
function texts(markup: Parameters<typeof plain>[0]): string[] {
  return markup.flatMap((inline) => ('children' in inline ? texts(inline.children) : [plain([inline])]));
}

function controlsWanted(message: Message): number {
  return message
    .map((part) => {
      if (part.kind === 'choice') return part.picks === 1 ? part.options.length : 2;
      if (part.kind !== 'buttons') return 0;
      return part.buttons.filter((button) => !('url' in button) || opens(button.url)).length;
    })
    .reduce((sum, count) => sum + count, 0);
}

function opens(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.href.length <= 3000;
}
