import type { Report } from '../findings.ts';
import { escapeMarkdown } from '../inline.ts';
import { plainText } from '../markdown.ts';
import { onOneLine } from './blocks.ts';
import { type Row, readRows } from './table.ts';

/** A flash card, as plain text. */
export interface Card {
  line: number;
  front: string;
  back: string;
}

/** A line at the top of Anki's "Notes in Plain Text": https://docs.ankiweb.net/importing/text-files.html#file-headers */
const header = /^#([a-z ]+):(.*)$/;
const separators: Record<string, string> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  space: ' ',
  pipe: '|',
  colon: ':',
};

/** Whether a text is an export of flash cards: Anki's with header lines, or rows of a term, a tab and a definition, as Quizlet writes. */
export function hasCards(text: string): boolean {
  return isAnki(text) || firstLine(text).includes('\t');
}

/** Reads the cards of an export; what is no card is an error of the report. */
export function readCards(text: string, report: Report): Card[] {
  const cards = isAnki(text) ? readAnki(text, report) : readPairs(text, report);
  return cards.filter(({ line, front, back }) => {
    const cloze = /\{\{c\d+::/.test(front);
    if (cloze) report.error(line, 'this is a cloze, not a question and an answer', 'write it as two sides');
    else if (front === '' || back === '')
      report.error(line, 'a side of this card holds no text', 'say in words what it shows');
    return !cloze && front !== '' && back !== '';
  });
}

function isAnki(text: string): boolean {
  return header.test(firstLine(text));
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? '';
}

/** A line without a tab goes on with the definition above: Quizlet writes line breaks as they are. */
function readPairs(text: string, report: Report): Card[] {
  const cards: Card[] = [];
  for (const { line, cells } of readRows(text, { delimiter: '\t', quoted: false }, report)) {
    const [front = '', ...rest] = cells.map(onOneLine);
    const last = cards.at(-1);
    if (rest.length > 0) cards.push({ line, front, back: rest.join(' ').trim() });
    else if (last) last.back = onOneLine(`${last.back} ${front}`);
    else report.error(line, 'there is no tab in this line', 'write term, tab and definition on one line');
  }
  return cards;
}

function readAnki(text: string, report: Report): Card[] {
  const lines = text.split('\n');
  const headers = new Map<string, string>();
  for (const [, key = '', value = ''] of lines
    .map((line) => header.exec(line) ?? [])
    .filter((found) => found[0]))
    headers.set(key, value.trim());
  const separator = headers.get('separator')?.toLowerCase() ?? 'tab';
  const own = ['guid', 'notetype', 'deck', 'tags'].map((key) => Number(headers.get(`${key} column`)) - 1);
  const isHtml = headers.get('html') !== 'false';
  const blank = lines.map((line) => (line.startsWith('#') ? '' : line)).join('\n');
  const rows = readRows(blank, { delimiter: separators[separator] ?? separator, quoted: true }, report);
  return rows.map(({ line, cells }: Row): Card => {
    const fields = cells.filter((_, index) => !own.includes(index));
    const [front = '', back = ''] = fields.map((field) => (isHtml ? textOf(field) : onOneLine(field)));
    return { line, front, back };
  });
}

/** Elements that stand within a word or line; any other parts what it stands between. */
const within = /<\/?(?:a|b|code|em|font|i|mark|s|small|span|strong|sub|sup|u)(?:\s[^>]*)?>/gi;

/** What HTML says: pictures and sounds say nothing. */
function textOf(html: string): string {
  const bare = html.replaceAll(within, '').replaceAll(/<[^>]*>|\[sound:[^\]]*\]/g, ' ');
  return onOneLine(plainText(`x${onOneLine(escapeMarkdown(bare))}`).slice(1));
}
