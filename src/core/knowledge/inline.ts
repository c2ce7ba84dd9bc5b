import type { Nodes, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { lineOf, type Page } from './markdown.ts';
import type { Markdown } from './types.ts';

/** One line of inline Markdown from a file. */
export interface Inline {
  markdown: Markdown;
  /** What it says, without markup. */
  plain: string;
  line: number;
}

/**
 * Inline nodes as their author wrote them, on one line. What a chat cannot show (images, raw HTML, footnotes, strikethrough) becomes
 * its plain text, with a warning; reference links become plain links.
 */
export function inline(page: Page, nodes: readonly PhrasingContent[], line: number): Inline {
  const markdown = fold(nodes.map((node) => piece(page, node)).join(''));
  const plain = fold(nodes.map((node) => textOf(node, { includeHtml: false })).join(''));
  return { markdown, plain, line: nodes[0] === undefined ? line : lineOf(nodes[0]) };
}

/** Escapes what would be markup, so that the text stands for itself in Markdown. */
export function escapeMarkdown(text: string): Markdown {
  return text.replaceAll(/[\\`*_[\]<>~]/g, '\\$&');
}

/** White space folded and trimmed, and the marks that a quote puts before each line taken out. */
export function fold(source: string): string {
  return source
    .replaceAll(/\n[ \t]*(?:>[ \t]?)*/g, ' ')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
}

function piece(page: Page, node: PhrasingContent): Markdown {
  switch (node.type) {
    case 'break':
      return ' ';
    case 'html':
      warn(
        page,
        node,
        'raw HTML',
        /^<!--/.test(node.value) ? 'take the comment out' : 'write it as Markdown',
      );
      return /^<br\b/i.test(node.value) ? ' ' : '';
    case 'image':
    case 'imageReference':
      warn(page, node, 'an image', 'say in words what it shows');
      return escapeMarkdown(node.alt ?? '');
    case 'footnoteReference':
      warn(page, node, 'a footnote', 'write it into the sentence');
      return '';
    case 'linkReference': {
      const url = page.definitions.get(node.identifier);
      return url === undefined ? source(page, node) : `[${children(page, node.children)}](<${url}>)`;
    }
    case 'delete':
      warn(page, node, 'struck-through text', 'take it out or write it without the strokes');
      return children(page, node.children);
    case 'emphasis':
    case 'strong':
    case 'link':
      return around(page, node, node.children);
    default:
      return source(page, node);
  }
}

function warn(page: Page, node: Nodes, what: string, mend: string): void {
  page.report.warn(lineOf(node), `${what} cannot be shown in a chat`, mend);
}

function children(page: Page, nodes: readonly PhrasingContent[]): Markdown {
  return nodes.map((node) => piece(page, node)).join('');
}

/** A node's own marks as they stand in the file, around its children. */
function around(page: Page, node: Nodes, inner: readonly PhrasingContent[]): Markdown {
  const [start, end] = offsets(node);
  const first = inner.at(0);
  const last = inner.at(-1);
  if (start === undefined || first === undefined || last === undefined) return source(page, node);
  const [from] = offsets(first);
  const [, to] = offsets(last);
  if (from === undefined || to === undefined) return source(page, node);
  return page.text.slice(start, from) + children(page, inner) + page.text.slice(to, end);
}

/** The file's own text of a node; nodes that the parser made up (bare e-mail addresses) have none. */
function source(page: Page, node: Nodes): Markdown {
  const [start, end] = offsets(node);
  return start === undefined ? escapeMarkdown(textOf(node)) : page.text.slice(start, end);
}

function offsets(node: Nodes): [number | undefined, number | undefined] {
  return [node.position?.start.offset, node.position?.end.offset];
}
