import type { Markup } from '../../chat/markup.ts';
import { limits } from './limits.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * The three characters that Slack reads as control characters, so that `<!channel>` reaches nobody.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeText(value: string): string {
  return value.replace(/[&<>]/g, (character) => entities[character] ?? character);
}

/** Text without what Slack or JSON cannot carry: control characters and halves of surrogate pairs. */
export function printable(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return value.toWellFormed().replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');
}

/** An http(s) address as Slack takes it; undefined for one that it would refuse. */
export function webAddress(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url)) return undefined;
  const parsed = URL.parse(url);
  return parsed && parsed.href.length <= limits.url ? parsed.href : undefined;
}

/** What mrkdwn would take for formatting, a quotation or an emoji, and has no way of escaping. */
const formatting = /[*_~`]|:[^\s:]+:|^[^\S\n]*>/m;

/**
 * Small print as mrkdwn, which is all that a context block takes beside plain text.
 *
 * @returns undefined when mrkdwn cannot say it exactly: styled text, characters that it would take for styling, or a moment
 */
export function mrkdwn(markup: Markup): string | undefined {
  const pieces = markup.map((inline) => {
    switch (inline.kind) {
      case 'break':
        return '\n';
      case 'text':
        return formatting.test(inline.text) ? undefined : escapeText(printable(inline.text));
      case 'link': {
        const url = webAddress(inline.url);
        const label = mrkdwn(inline.children);
        if (url === undefined || !label?.trim() || /[|\n]|<http/.test(label)) return undefined;
        // A bar in the address would end it and begin the label.
        return `<${escapeText(url.replaceAll('|', '%7C'))}|${label}>`;
      }
      case 'code':
      case 'strong':
      case 'emphasis':
      case 'time':
        return undefined;
      default:
        return inline satisfies never;
    }
  });
  const whole = pieces.join('');
  return pieces.includes(undefined) || formatting.test(whole.replace(/<[^<>|]*\|/g, '')) ? undefined : whole;
}

const named: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * What a member sees of text that Slack hands over: mentions, channels and links as words, entities as characters.
 *
 * @param self the bot's own user id, whose mentions are left out
 */
export function plainText(value: string, self?: string): string {
  return value
    .replace(/<([^<>]*)>/g, (_, inside: string) => {
      const [target = '', label] = inside.split('|', 2);
      if (self !== undefined && target === `@${self}`) return '';
      if (target.startsWith('@') || target.startsWith('#'))
        return target.charAt(0) + (label ?? target.slice(1));
      if (target.startsWith('!')) return label ?? `@${target.slice(1)}`;
      return label ?? target;
    })
    .replace(/&(?:amp|lt|gt);/g, (entity) => named[entity] ?? entity);
}
