import { join, type Markup, plain, text } from '../../chat/markup.ts';
import type { FilePart, Message, NotePart, Part, TablePart, TextPart } from '../../chat/message.ts';
import { type Payload, type Piece, plainly } from './blocks.ts';
import { buttons, choice } from './controls.ts';
import { escapeText, mrkdwn, printable } from './escape.ts';
import { limits } from './limits.ts';
import { body, fill, type Line, preformatted, runs, size, written } from './rich-text.ts';
import { withinBytes } from './split.ts';

/** A message as Slack messages: usually one; what is longer than one may be goes on in the next. None for a message without content. */
export function render(message: Message): Payload[] {
  const pieces = message.flatMap(pieceOf);
  const numbered = pieces.map(({ block, said }, index) => ({
    block: { ...block, block_id: `${index}` },
    said,
  }));
  const room = limits.message - 2;
  return fill(numbered, room, ({ block }) => size(block) + 1)
    .flatMap((some) => fill(some, limits.blocks, () => 1))
    .map((some) => ({
      text: aloud(some.map(({ said }) => said)),
      blocks: some.map(({ block }) => block),
    }));
}

function pieceOf(part: Part): Piece[] {
  switch (part.kind) {
    case 'text':
      return part.heading ? heading(part) : body([paragraph(part.text)]);
    case 'facts':
      return body([...title(part.title), ...part.items.map((item) => ({ bullet: true, runs: runs(item) }))]);
    case 'table':
      return table(part);
    case 'note':
      return note(part);
    case 'buttons':
      return buttons(part);
    case 'choice':
      return choice(part);
    case 'file':
      return file(part);
    default:
      return part satisfies never;
  }
}

function heading(part: TextPart): Piece[] {
  const said = printable(plain(part.text)).replaceAll('\n', ' ').trim();
  if (said === '') return [];
  return said.length <= limits.header
    ? [{ block: { type: 'header', text: plainly(said) }, said }]
    : body([{ bullet: false, runs: written(said, { bold: true }) }]);
}

function paragraph(markup: Markup): Line {
  return { bullet: false, runs: runs(markup) };
}

function title(markup: Markup | undefined): Line[] {
  return markup ? [{ bullet: false, runs: runs(markup, { bold: true }) }] : [];
}

/** Read in sequence: first cell, colon, the others. */
function table({ title: name, columns, rows }: TablePart): Piece[] {
  const sequence = ([first = [], ...others]: readonly Markup[]): Markup => [
    { kind: 'strong', children: first },
    ...text(others.length > 0 ? ': ' : ''),
    ...join(others, ', '),
  ];
  return body([
    ...title(name),
    paragraph([{ kind: 'emphasis', children: sequence(columns.map(text)) }]),
    ...rows.map((row) => ({ bullet: true, runs: runs(sequence(row)) })),
  ]);
}

/** Small where Slack's small print can say it exactly, else body text. */
function note(part: NotePart): Piece[] {
  const small = mrkdwn(part.text);
  const said = printable(plain(part.text));
  if (small === undefined || small.length > limits.contextText) return body([paragraph(part.text)]);
  if (said.trim() === '') return [];
  return [{ block: { type: 'context', elements: [{ type: 'mrkdwn', text: small, verbatim: true }] }, said }];
}

/** The whole of a file as code, for where it cannot be uploaded. */
function file({ name, content }: FilePart): Piece[] {
  const code = fill(written(content), limits.richText, size);
  return [...body([{ bullet: false, runs: written(name, { bold: true }) }]), ...code.map(preformatted)];
}

function aloud(said: readonly string[]): string {
  const whole = escapeText(said.join('\n')).trim() || '…';
  const fitting = withinBytes(whole, limits.text);
  return fitting === whole ? whole : `${fitting.replace(/&\w*$/, '')}…`;
}
