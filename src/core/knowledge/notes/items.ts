import type { BlockContent, DefinitionContent, List, Paragraph, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { escapeMarkdown, fold, inline } from '../inline.ts';
import { lineOf, type Page, plainText } from '../markdown.ts';
import { splitDefinition } from './definition.ts';
import type { Item } from './outline.ts';

type Block = RootContent | BlockContent | DefinitionContent;

/** The statements that blocks of notes make. Bullets nest as their indents show, whatever their markers. */
export function readItems(page: Page, blocks: readonly Block[]): Item[] {
  const items: Item[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'list') {
      const before = blocks[index - 1];
      const intro = before?.type === 'paragraph' ? items.at(-1) : undefined;
      const bullets = readBullets(page, blocks, index);
      if (intro && introduces(intro)) intro.children.push(...bullets);
      else items.push(...bullets);
    } else {
      items.push(...readBlock(page, block));
    }
  }
  return items;
}

/** A paragraph that is nothing but bold, a short name or ends with a colon is a heading in disguise for the list below it. */
function introduces({ markdown, plain }: Item): boolean {
  return /:$/.test(plain) || /^(\*\*|__)[^*_]+\1$/.test(markdown) || /^\p{Lu}[^.!?,]{0,40}$/u.test(plain);
}

/** All bullets of the lists that follow each other from `index` on; none if an earlier one has read them. */
function readBullets(page: Page, blocks: readonly Block[], index: number): Item[] {
  if (blocks[index - 1]?.type === 'list') return [];
  const end = blocks.findIndex((block, at) => at > index && block.type !== 'list');
  const lists = blocks.slice(index, end < 0 ? undefined : end).filter((block) => block.type === 'list');
  const roots: Item[] = [];
  const open: { indent: number; item: Item }[] = [];
  for (const bullet of lists.flatMap((list) => flatten(page, list))) {
    while ((open.at(-1)?.indent ?? -1) >= bullet.indent) open.pop();
    (open.at(-1)?.item.children ?? roots).push(bullet.item);
    open.push(bullet);
  }
  return roots;
}

function flatten(page: Page, list: List): { indent: number; item: Item }[] {
  return list.children.flatMap((node) => {
    const line = lineOf(node);
    const [first, ...others] = node.children;
    const own = first?.type === 'paragraph' ? first : undefined;
    const item: Item = { ...inline(page, own?.children ?? [], line), line, isBullet: true, children: [] };
    if (item.markdown === '') page.report.warn(line, 'a bullet is empty', 'fill it or take it out');
    const rest = own ? others : node.children;
    const nested = rest.flatMap((block) => (block.type === 'list' ? flatten(page, block) : []));
    item.children.push(...rest.flatMap((block) => (block.type === 'list' ? [] : readBlock(page, block))));
    const bullet = { indent: indentOf(page, node.position?.start.offset ?? 0), item };
    return item.markdown === '' && item.children.length === 0 ? nested : [bullet, ...nested];
  });
}

/** How far right a bullet stands, a tab reaching to the next multiple of four. */
function indentOf(page: Page, offset: number): number {
  const before = page.text.slice(page.text.lastIndexOf('\n', offset - 1) + 1, offset);
  return [...before].reduce((width, char) => (char === '\t' ? width + 4 - (width % 4) : width + 1), 0);
}

function readBlock(page: Page, block: Block): Item[] {
  const line = lineOf(block);
  const item = (markdown: string, plain: string): Item[] =>
    plain === '' ? [] : [{ markdown, plain, line, isBullet: false, children: [] }];
  switch (block.type) {
    case 'paragraph':
      return readParagraph(page, block);
    case 'heading':
      return item(inline(page, block.children, line).markdown, textOf(block, { includeHtml: false }).trim());
    case 'blockquote':
      return readItems(page, block.children);
    case 'table':
      return readTable(page, block);
    case 'code':
      if (!/[\n`]/.test(block.value.trim())) return item(`\`${fold(block.value)}\``, fold(block.value));
      page.report.warn(
        line,
        'a code block cannot be shown in a chat and is left out',
        'say in words what it does',
      );
      return [];
    case 'html': {
      const plain = fold(block.value.replaceAll(/<!--.*?(?:-->|$)|<[^>]*>/gs, ' '));
      if (!/^<!--/.test(block.value))
        page.report.warn(line, 'raw HTML cannot be shown in a chat', 'write it as Markdown');
      return item(escapeMarkdown(plain), plain);
    }
    case 'footnoteDefinition':
      page.report.warn(line, 'a footnote cannot be shown in a chat', 'write it into the sentence');
      return [];
    case 'list':
      return readItems(page, [block]);
    default:
      return [];
  }
}

/** A paragraph is one statement, or one a line where each line is of the form "Name: text" or "Name - text". */
function readParagraph(page: Page, paragraph: Paragraph): Item[] {
  const line = lineOf(paragraph);
  const whole: Item = { ...inline(page, paragraph.children, line), line, isBullet: false, children: [] };
  const { start, end } = paragraph.position ?? {};
  const lines = page.text.slice(start?.offset, end?.offset).split('\n').map(fold);
  if (whole.markdown === '') return [];
  if (lines.length < 2 || !lines.every((text) => splitDefinition(text))) return [whole];
  return lines.map((text, index) => ({
    markdown: text,
    plain: plainText(text),
    line: line + index,
    isBullet: false,
    children: [],
  }));
}

/** A row is a name (the first column) with what the other columns say of it, each under its column's head. */
function readTable(page: Page, { children: [head, ...rows] }: Table): Item[] {
  const heads = (head?.children ?? []).map((cell) => inline(page, cell.children, lineOf(cell)));
  return rows.flatMap((row): Item[] => {
    const line = lineOf(row);
    const [name, ...cells] = row.children.map((cell) => inline(page, cell.children, line));
    if (name === undefined || name.markdown === '') return [];
    const children = cells.flatMap((cell, index): Item[] => {
      const column = heads[index + 1];
      if (cell.markdown === '') return [];
      const labelled = cells.length > 1 && column !== undefined && column.markdown !== '';
      const label = (part: 'markdown' | 'plain') =>
        labelled ? `${column[part]}: ${cell[part]}` : cell[part];
      return [{ markdown: label('markdown'), plain: label('plain'), line, isBullet: true, children: [] }];
    });
    return [{ ...name, line, isBullet: true, children }];
  });
}
