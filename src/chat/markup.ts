import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** One run of parsed text. Renderers print and escape it; nothing in a message is ever a raw string of markup. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong'; children: Markup }
  | { kind: 'emphasis'; children: Markup }
  | { kind: 'link'; url: string; children: Markup }
  | { kind: 'break' }
  /** A moment, in milliseconds since 1970: shown in the reader's own time zone, or as the time left until then. */
  | { kind: 'time'; at: number };

export type Markup = readonly Inline[];

/** Plain text as markup: every character stands for itself. */
export function text(value: string): Markup {
  return value === '' ? [] : [{ kind: 'text', text: value }];
}

/** Only inline Markdown is left: a fact that begins with `1.` or `#` is still one line of text. */
const inlineOnly = {
  disable: {
    null: [
      'blockQuote',
      'codeFenced',
      'codeIndented',
      'definition',
      'headingAtx',
      'htmlFlow',
      'htmlText',
      'labelStartImage',
      'list',
      'setextUnderline',
      'thematicBreak',
    ],
  },
};

/** Sources whose markup is kept: those of the rounds and cards that are shown again and again, and all templates. */
const MOST = 2000;
const parsed = new Map<string, Markup>();

/**
 * Parses inline Markdown: emphasis, code, links to http(s) addresses and line breaks. Everything else is text as it stands,
 * so that no source can smuggle structure into a message. What was parsed lately is kept, since parsing takes longer than all else
 * that is done for an answer.
 */
export function parse(markdown: string): Markup {
  const known = parsed.get(markdown);
  if (known) return known;
  if (parsed.size === MOST) parsed.clear();
  const markup = inlines(fromMarkdown(markdown, { extensions: [inlineOnly] }));
  parsed.set(markdown, markup);
  return markup;
}

function inlines(node: Nodes): Inline[] {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', text: node.value }];
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }];
    case 'break':
      return [{ kind: 'break' }];
    case 'strong':
      return [{ kind: 'strong', children: childrenOf(node) }];
    case 'emphasis':
      return [{ kind: 'emphasis', children: childrenOf(node) }];
    case 'link':
      return /^https?:\/\//i.test(node.url)
        ? [{ kind: 'link', url: node.url, children: childrenOf(node) }]
        : childrenOf(node);
    case 'root':
      return node.children.flatMap((block, index) =>
        index === 0 ? inlines(block) : [{ kind: 'break' as const }, ...inlines(block)],
      );
    default:
      return childrenOf(node);
  }
}

function childrenOf(node: Nodes): Inline[] {
  const out: Inline[] = [];
  if ('children' in node) for (const child of node.children) out.push(...inlines(child));
  return out;
}

/** Private-use characters that stand for the values of an `md` template while its own text is parsed. */
const FIRST_SLOT = 0xe000;
const slot = /([\uE000-\uE0FF])/u;

/**
 * Markup from a template: ``md`**${topic.name}** is ready` ``. The template's own text is inline Markdown; a string among the
 * values is plain text, never parsed; markup among the values is put in as it is. Space at either end is dropped. At most 256 values.
 */
export function md(strings: TemplateStringsArray, ...values: readonly (string | number | Markup)[]): Markup {
  const source = strings.reduce(
    (out, piece, index) => out + String.fromCharCode(FIRST_SLOT + index - 1) + piece,
  );
  const fill = (value: string): Markup =>
    value.split(slot).flatMap((piece) => {
      const filled = slot.test(piece) ? values[piece.charCodeAt(0) - FIRST_SLOT] : piece;
      return typeof filled === 'object' ? filled : text(String(filled));
    });
  const walk = (markup: Markup): Markup =>
    markup.flatMap((inline): Markup => {
      if (inline.kind === 'text') return fill(inline.text);
      if (inline.kind === 'code') return [{ kind: 'code', text: plain(fill(inline.text)) }];
      if (inline.kind === 'break' || inline.kind === 'time') return [inline];
      if (inline.kind === 'link')
        return [{ ...inline, url: plain(fill(inline.url)), children: walk(inline.children) }];
      return [{ ...inline, children: walk(inline.children) }];
    });
  return walk(parse(source));
}

/** A link with plain text. The address must be http or https; any other leaves the text alone. */
export function link(label: string, url: string): Markup {
  return /^https?:\/\//i.test(url) ? [{ kind: 'link', url, children: text(label) }] : text(label);
}

/** A moment as markup, in milliseconds since 1970. */
export function time(at: number): Markup {
  return [{ kind: 'time', at }];
}

/** The time of day of a moment where nothing is known of the reader's zone: `14:05:30 UTC`. */
export function clock(at: number): string {
  return `${new Date(at).toISOString().slice(11, 19)} UTC`;
}

/** Several pieces of markup in a row, with plain text between them. */
export function join(pieces: readonly Markup[], between: string): Markup {
  return pieces.flatMap((piece, index) => (index === 0 ? piece : [...text(between), ...piece]));
}

/** What markup says without any formatting, as a screen reader or a notification has it. */
export function plain(markup: Markup): string {
  return markup
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      if (inline.kind === 'time') return clock(inline.at);
      return inline.kind === 'text' || inline.kind === 'code' ? inline.text : plain(inline.children);
    })
    .join('');
}
