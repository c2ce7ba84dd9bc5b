import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Report } from './findings.ts';

/** A Markdown file while it is read: its text, its tree, and where findings go. */
export interface Page {
  text: string;
  root: Root;
  /** Addresses of reference links by their label. */
  definitions: ReadonlyMap<string, string>;
  report: Report;
}

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .use(withoutIndentedCode)
  .freeze();

/** In notes an indent means "belongs to the line above", never code. */
function withoutIndentedCode(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ disable: { null: ['codeIndented'] } });
}

/** Parses a file's text (line feeds only) as GitHub Markdown with front matter, without indented code. */
export function parsePage(text: string, report: Report): Page {
  const root: Root = parser.parse(text);
  const definitions = new Map<string, string>();
  for (const node of root.children) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node.url);
    }
  }
  return { text, root, definitions, report };
}

/** Text that holds nothing which Markdown could take for markup: most notes need no parser. */
const unmarked = /^\p{L}(?:[\p{L}\p{N},.;()'"%-]| (?! |$))*$/u;

/** What inline Markdown says, without its markup and without raw HTML. */
export function plainText(markdown: string): string {
  if (unmarked.test(markdown) && !/www\./i.test(markdown)) return markdown;
  return textOf(parser.parse(markdown), { includeHtml: false });
}

/** The line of a node, counted from 1. */
export function lineOf(node: { position?: Root['position'] }): number {
  return node.position?.start.line ?? 1;
}
