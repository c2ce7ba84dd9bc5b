import type { types } from '@slack/bolt';
import { clock, type Markup } from '../../chat/markup.ts';
import type { Piece } from './blocks.ts';
import { printable, webAddress } from './escape.ts';
import { limits } from './limits.ts';
import { split } from './split.ts';

export type Run = types.RichTextText | types.RichTextLink | types.RichTextDate;
type Style = NonNullable<types.RichTextText['style']>;

/** A paragraph of body text, or an item of a list. */
export interface Line {
  bullet: boolean;
  runs: readonly Run[];
}

/** Characters of one run: small enough that blocks can be filled well. */
const LONGEST_RUN = 1000;

/**
 * Markup as runs of rich text. Rich text, not mrkdwn: its text stands for itself, whereas mrkdwn cannot escape `* _ ~` and the
 * backtick, and takes `:word:` for an emoji.
 */
export function runs(markup: Markup, style: Style = {}): Run[] {
  return markup.flatMap((inline): Run[] => {
    switch (inline.kind) {
      case 'break':
        return written('\n', style);
      case 'text':
        return written(inline.text, style);
      case 'code':
        return written(inline.text, { ...style, code: true });
      case 'strong':
        return runs(inline.children, { ...style, bold: true });
      case 'emphasis':
        return runs(inline.children, { ...style, italic: true });
      case 'link': {
        const url = webAddress(inline.url);
        const label = runs(inline.children, style);
        return url === undefined
          ? [...label, ...written(` (${inline.url})`, style)]
          : label.map((run) => (run.type === 'date' ? { ...run, url } : { ...run, type: 'link', url }));
      }
      case 'time':
        return [moment(inline.at, style)];
      default:
        return inline satisfies never;
    }
  });
}

/** Plain text as runs; none for nothing, which Slack does not take. */
export function written(value: string, style: Style = {}): types.RichTextText[] {
  return split(printable(value), LONGEST_RUN).map((text) => ({ type: 'text', text, ...styled(style) }));
}

/** The time of day in the reader's own zone: https://docs.slack.dev/reference/block-kit/block-elements/date-element */
function moment(at: number, style: Style): types.RichTextDate {
  const timestamp = Math.floor(at / 1000);
  return { type: 'date', timestamp, format: '{time_secs}', fallback: clock(at), ...styled(style) };
}

function styled(style: Style): { style?: Style } {
  return Object.keys(style).length > 0 ? { style } : {};
}

/** Lines as rich text, in as many blocks as it takes. */
export function body(lines: readonly Line[]): Piece[] {
  const filled = shortLines(lines).filter(({ runs }) => runs.length > 0);
  return fill(filled, limits.richText, ({ runs }) => size(runs)).map((some) => ({
    block: { type: 'rich_text', elements: richTextElements(some) },
    said: spoken(some),
  }));
}

/** Text as a block of code. */
export function preformatted(runs: types.RichTextText[]): Piece {
  return {
    block: { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: runs }] },
    said: spoken([{ bullet: false, runs }]),
  };
}

/** What lines say, without their formatting. */
function spoken(lines: readonly Line[]): string {
  const said = (run: Run) => (run.type === 'date' ? run.fallback : run.text) ?? '';
  return lines.map(({ bullet, runs }) => (bullet ? '• ' : '') + runs.map(said).join('')).join('\n');
}

/** Fills the fewest groups, in order, such that none weighs more than `most` unless it is a single item. */
export function fill<T>(items: readonly T[], most: number, weight: (item: T) => number): T[][] {
  const groups: T[][] = [];
  let room = 0;
  for (const item of items) {
    const group = groups.at(-1);
    room -= weight(item);
    if (group && room >= 0) group.push(item);
    else {
      groups.push([item]);
      room = most - weight(item);
    }
  }
  return groups;
}

/** Lines cut such that each fits a block, between the rows of a paragraph where that will do; what goes on after a cut is no item of its own. */
function shortLines(lines: readonly Line[]): Line[] {
  return lines.flatMap(({ bullet, runs }) => {
    const rows = rowsOf(runs).flatMap((row) => fill(row, limits.richText, size));
    const groups = fill(rows, limits.richText, size).map((some) => some.flat());
    return groups.map((some, index) => ({
      bullet: bullet && index === 0,
      runs: index < groups.length - 1 && isBreak(some.at(-1)) ? some.slice(0, -1) : some,
    }));
  });
}

/** Runs in groups that each end with a break, but for the last. */
function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [[]];
  for (const run of runs) {
    rows.at(-1)?.push(run);
    if (isBreak(run)) rows.push([]);
  }
  return rows;
}

function isBreak(run: Run | undefined): boolean {
  return run?.type === 'text' && run.text === '\n';
}

/** The elements of one rich text block; neighbouring items are one list. */
function richTextElements(lines: readonly Line[]): types.RichTextBlockElement[] {
  const elements: types.RichTextBlockElement[] = [];
  for (const { bullet, runs } of lines) {
    const section: types.RichTextSection = { type: 'rich_text_section', elements: [...runs] };
    const last = elements.at(-1);
    if (!bullet) elements.push(section);
    else if (last?.type === 'rich_text_list') last.elements.push(section);
    else elements.push({ type: 'rich_text_list', style: 'bullet', elements: [section] });
  }
  return elements;
}

/** Characters of JSON. */
export function size(value: unknown): number {
  return JSON.stringify(value).length;
}
