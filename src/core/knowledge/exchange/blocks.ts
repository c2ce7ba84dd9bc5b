import { escapeMarkdown } from '../inline.ts';
import type { Markdown } from '../types.ts';

/** What makes of the beginning of a line something else than a paragraph: headings, quotes, lists, lines, fences, definitions, boxes. */
const starts = [
  /^(?=#{1,6}(?:\s|$))/,
  /^(?=>)/,
  /^(?=[-+*](?:\s|$))/,
  /^\d{1,9}(?=[.)](?:\s|$))/,
  /^(?=([-*_])(?:\s*\1){2,}\s*$)/,
  /^(?=`{3}|~{3})/,
  /^(?=\[[^\]]*\]:)/,
  /^(?=\[[ x]\]\s)/i,
];

/** Inline Markdown on one line. */
export function onOneLine(text: Markdown): Markdown {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Inline Markdown as it must stand to be read as a paragraph, a bullet's too. */
export function asParagraph(text: Markdown): Markdown {
  const line = onOneLine(text);
  const start = starts.map((pattern) => pattern.exec(line)).find((found) => found !== null);
  return start ? `${start[0]}\\${line.slice(start[0].length)}` : line;
}

/** Inline Markdown as it must stand behind the marks of a heading: hash signs at its end would close the heading. */
export function asHeading(text: Markdown): Markdown {
  return onOneLine(text).replace(/(?<=^|\s)#+$/, (hashes) => `\\${hashes}`);
}

/** Plain text as inline Markdown that says the very same. */
export function fromPlain(text: string): Markdown {
  return onOneLine(escapeMarkdown(text).replaceAll(/&(?=#?\w+;)/g, '&amp;'));
}
