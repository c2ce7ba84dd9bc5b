import type { Heading as HeadingNode, RootContent } from 'mdast';
import { type Inline, inline } from '../inline.ts';
import { fitText } from '../lengths.ts';
import { lineOf, type Page } from '../markdown.ts';
import { bareName } from './definition.ts';
import { readItems } from './items.ts';

/** One statement of a file of notes, with what stands below it. */
export interface Item extends Inline {
  /** A bullet or table row rather than running text. */
  isBullet: boolean;
  children: Item[];
}

/** A heading with the statements under it and its sub-headings; the whole file is one, of depth 0. */
export interface Heading {
  title: string;
  depth: number;
  line: number;
  items: Item[];
  headings: Heading[];
}

/** Reads a page of notes as a tree of headings. `title` names the whole. */
export function readOutline(page: Page, title: string): Heading {
  const root: Heading = { title, depth: 0, line: 1, items: [], headings: [] };
  const open: Heading[] = [root];
  const current = () => open.at(-1) ?? root;
  let blocks: RootContent[] = [];
  const close = () => {
    current().items.push(...readItems(page, blocks));
    blocks = [];
  };
  for (const node of page.root.children) {
    if (node.type !== 'heading') {
      blocks.push(node);
      continue;
    }
    close();
    while (current().depth >= node.depth) open.pop();
    const heading = readHeading(page, node);
    current().headings.push(heading);
    open.push(heading);
  }
  close();
  return root;
}

function readHeading(page: Page, node: HeadingNode): Heading {
  const line = lineOf(node);
  const { plain } = inline(page, node.children, line);
  const title = fitText(page.report, bareName(plain), 'name', line);
  return { title, depth: node.depth, line, items: [], headings: [] };
}
