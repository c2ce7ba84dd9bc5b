import type { BlockContent, RootContent } from 'mdast';
import { leaveOut } from './bullets.ts';
import { type Inline, inline } from './inline.ts';
import { fitLength } from './lengths.ts';
import { lineOf, type Page } from './markdown.ts';
import type { Markdown } from './types.ts';

/**
 * The paragraphs among some nodes as one text, cut to the length that this kind of text may have; what is no paragraph is left out
 * with a warning. Undefined where there is none.
 */
export function prose(
  page: Page,
  nodes: readonly (BlockContent | RootContent)[],
  kind: 'summary' | 'explanation',
): Markdown | undefined {
  const pieces = nodes.flatMap((node): Inline[] => {
    if (node.type === 'paragraph') return [inline(page, node.children, lineOf(node))];
    leaveOut(page, node);
    return [];
  });
  const [first] = pieces;
  if (first === undefined) return undefined;
  const join = (part: 'markdown' | 'plain') => pieces.map((piece) => piece[part]).join(' ');
  return fitLength(page.report, { markdown: join('markdown'), plain: join('plain'), line: first.line }, kind);
}
