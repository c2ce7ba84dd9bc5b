import type { List, ListItem, RootContent } from 'mdast';
import { type Inline, inline } from './inline.ts';
import { lineOf, type Page } from './markdown.ts';

/**
 * The bullets of a section, each as one line. Nested bullets are read as bullets of their own and paragraphs outside of the list as
 * bullets too, both with a warning; empty bullets and anything else are left out with a warning.
 */
export function bullets(page: Page, nodes: readonly RootContent[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'list':
        return node.children.flatMap((item) => bullet(page, item));
      case 'paragraph':
        page.report.warn(lineOf(node), 'this text is outside of the list', 'begin it with "- "');
        return [inline(page, node.children, lineOf(node))];
      default:
        leaveOut(page, node);
        return [];
    }
  });
}

/** Says that a block has no place here; comments and the targets of reference links need none. */
export function leaveOut(page: Page, node: RootContent): void {
  if (node.type === 'definition' || node.type === 'yaml') return;
  const what = names[node.type] ?? 'this text';
  page.report.warn(
    lineOf(node),
    `${what} has no place here and is left out`,
    'write it as the form asks, or remove it',
  );
}

const names: Partial<Record<RootContent['type'], string>> = {
  blockquote: 'a quote',
  code: 'a code block',
  footnoteDefinition: 'a footnote',
  heading: 'this heading',
  html: 'raw HTML',
  list: 'a list',
  table: 'a table',
  thematicBreak: 'a line across',
};

function bullet(page: Page, item: ListItem): Inline[] {
  const [first, ...rest] = item.children;
  const own = first?.type === 'paragraph' ? [inline(page, first.children, lineOf(first))] : [];
  if (first === undefined) page.report.warn(lineOf(item), 'a bullet is empty', 'fill it or take it out');
  const others = first?.type === 'paragraph' ? rest : item.children;
  return [...own, ...others.flatMap((node) => nested(page, node))];
}

function nested(page: Page, node: Exclude<ListItem['children'][number], List> | List): Inline[] {
  if (node.type === 'list') {
    page.report.warn(
      lineOf(node),
      'bullets stand under a bullet',
      'write each as a whole sentence of its own',
    );
  }
  return bullets(page, [node]);
}
