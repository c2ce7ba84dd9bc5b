import { letterOptions } from '../../chat/choice.ts';
import { type Markup, text } from '../../chat/markup.ts';
import type { Message, Part, TablePart } from '../../chat/message.ts';
import { longLabels } from './controls.ts';
import { limits } from './limits.ts';
import { isBlank, type Run, runLines } from './runs.ts';

/** A line of a message: `first` stands before it, `rest` before what of it goes on elsewhere. */
export interface Line {
  first: string;
  rest: string;
  runs: readonly Run[];
}

/** Lines that belong together; `close` to what stands before them without a blank line. */
export interface Block {
  lines: readonly Line[];
  close?: boolean;
}

/** The text of a message in reading order. Controls have none, but for wording that is too long to stand on them. */
export function blocksOf(message: Message): Block[] {
  const blocks: Block[] = [];
  let heading: readonly Line[] = [];
  for (const part of message) {
    const lines = linesOf(part).filter(({ runs }) => !isBlank(runs));
    if (lines.length === 0) continue;
    if (part.kind === 'text' && part.heading) heading = [...heading, ...lines];
    else {
      blocks.push({ lines: [...heading, ...lines], close: part.kind === 'note' && heading.length === 0 });
      heading = [];
    }
  }
  return heading.length > 0 ? [...blocks, { lines: heading }] : blocks;
}

function linesOf(part: Part): Line[] {
  switch (part.kind) {
    case 'text':
      return part.heading ? [prefixed('## ', runLines(part.text).flatMap(spaced))] : paragraph(part.text);
    case 'facts':
      return [...title(part.title), ...part.items.flatMap(item)];
    case 'table':
      return tableLines(part);
    case 'note':
      return runLines(part.text).map((runs) => prefixed('-# ', runs));
    case 'file':
      return [];
    case 'buttons':
      return longLabels(part).flatMap(item);
    case 'choice': {
      const { inBody, options } = letterOptions(part, limits.buttonLabel);
      if (!inBody) return [];
      return part.options.flatMap((option, index) =>
        paragraph([
          { kind: 'strong', children: text(options[index]?.letter ?? '') },
          ...text('  '),
          ...option.text,
        ]),
      );
    }
    default:
      return part satisfies never;
  }
}

/** Rows are read in sequence: `**first**: second, third`. */
function tableLines({ title: name, columns, rows }: TablePart): Line[] {
  const header = columns.some((column) => column.trim() !== '') ? [sequence(columns.map(text))] : [];
  return [
    ...title(name),
    ...header.flatMap((markup) => runLines(markup).map((runs) => prefixed('-# ', runs))),
    ...rows.flatMap(([first = [], ...rest]) =>
      item(sequence([[{ kind: 'strong', children: first }], ...rest])),
    ),
  ];
}

function sequence([first = [], ...rest]: readonly Markup[]): Markup {
  return [...first, ...rest.flatMap((cell, index) => [...text(index === 0 ? ': ' : ', '), ...cell])];
}

function title(markup: Markup | undefined): Line[] {
  return markup ? paragraph([{ kind: 'strong', children: markup }]) : [];
}

function paragraph(markup: Markup): Line[] {
  return runLines(markup).map((runs) => prefixed('', runs));
}

function item(markup: Markup): Line[] {
  return runLines(markup).map((runs, index) => ({ first: index === 0 ? '- ' : '  ', rest: '  ', runs }));
}

function prefixed(prefix: string, runs: readonly Run[]): Line {
  return { first: prefix, rest: prefix, runs };
}

function spaced(runs: readonly Run[], index: number): Run[] {
  return index === 0 ? [...runs] : [{ text: ' ' }, ...runs];
}
