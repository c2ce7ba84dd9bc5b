import type { types } from '@slack/bolt';
import type { Markup } from '../../chat/markup.ts';
import { printable, webAddress } from './escape.ts';
import { limits } from './limits.ts';
import { split } from './split.ts';

export type Run = types.RichTextText | types.RichTextLink;
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
          : label.map((run) => ({ ...run, type: 'link', url }));
      }
      default:
        return inline satisfies never;
    }
  });
}

/** Plain text as runs; none for nothing, which Slack does not take. */
export function written(value: string, style: Style = {}): Run[] {
  return split(printable(value), LONGEST_RUN).map((text) => ({
    type: 'text',
    text,
    ...(Object.keys(style).length > 0 && { style }),
  }));
}

/** What lines say, without their formatting. */
export function spoken(lines: readonly Line[]): string {
  return lines
    .map(({ bullet, runs }) => (bullet ? '• ' : '') + runs.map(({ text = '' }) => text).join(''))
    .join('\n');
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

/** Lines cut such that each fits a block; what goes on after a cut is no item of its own. */
export function shortLines(lines: readonly Line[]): Line[] {
  return lines.flatMap(({ bullet, runs }) =>
    fill(runs, limits.richText, size).map((some, index) => ({ bullet: bullet && index === 0, runs: some })),
  );
}

/** The elements of one rich text block; neighbouring items are one list. */
export function richTextElements(lines: readonly Line[]): types.RichTextBlockElement[] {
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
