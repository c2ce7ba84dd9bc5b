/** Parts what must not be read together and is not seen. */
export const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Text as Discord Markdown that shows exactly that text: no formatting, mentions, emoji, timestamps, links, previews or invites.
 * What counts only at the start of a line is left to `escapeLineStart`.
 *
 * https://docs.discord.com/developers/reference#message-formatting
 */
export function escapeText(text: string): string {
  return text
    .replace(/[\\*_`[\]<]/g, '\\$&')
    .replace(/([~|])(?=\1)/g, '\\$1')
    .replace(/:(?=\/\/|[\w+-]+:)/g, '\\:')
    .replace(/(discord(?:app)?\.(?:com|gg|new))\//gi, '$1\\/')
    .replace(mention, partAt);
}

/** One line of Discord Markdown, kept from being read as a heading, small print, a list or a quote. */
export function escapeLineStart(line: string): string {
  return line.replace(/^(\s*)(#{1,3}|-#?|>{1,3})(?=\s|$)/, '$1\\$2').replace(/^(\s*\d+)\.(?=\s|$)/, '$1\\.');
}

/** A code span; text with a backtick in it, which no span can hold safely, is shown as plain text. */
export function codeSpan(text: string): string {
  return text.trim() === '' || text.includes('`') ? escapeText(text) : `\`${text.replace(mention, partAt)}\``;
}

/** An address that can stand in `(<...>)`; undefined for what is no http(s) address. */
export function safeUrl(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url).href.replace(
    /[\s<>()*`|\\~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** Text that Discord can take: well-formed, without control characters and marks that turn the direction of what follows. */
export function clean(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

/** Discord's server finds these in code and behind a backslash too. */
const mention = /@(?=everyone|here|[!&]?\d)/gi;
const partAt = `@${ZERO_WIDTH_SPACE}`;
