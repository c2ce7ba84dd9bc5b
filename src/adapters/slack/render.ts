import type { types } from '@slack/bolt';
import { letterOptions } from '../../chat/choice.ts';
import { join, type Markup, plain, text } from '../../chat/markup.ts';
import type {
  ButtonsPart,
  ChoicePart,
  Message,
  NotePart,
  Part,
  TablePart,
  TextPart,
} from '../../chat/message.ts';
import { escapeText, mrkdwn, printable, webAddress } from './escape.ts';
import { limits } from './limits.ts';
import { fill, type Line, richTextElements, runs, shortLines, size, spoken, written } from './rich-text.ts';
import { shorten, split, withinBytes } from './split.ts';

interface Button extends types.Button {
  action_id: string;
}
interface Checkboxes extends types.Checkboxes {
  action_id: string;
  options: (types.PlainTextOption & { value: string })[];
}
interface Prompt extends types.SectionBlock {
  text: types.PlainTextElement;
}
interface SmallPrint extends types.ContextBlock {
  elements: types.TextObject[];
}
interface Controls extends types.ActionsBlock {
  elements: (Button | Checkboxes)[];
}

/** The blocks that messages are made of; all ids are set, since Slack would make random ones. */
export type Block = { block_id: string } & (
  | types.HeaderBlock
  | types.RichTextBlock
  | Prompt
  | SmallPrint
  | Controls
);

/** One message as Slack's API takes it. */
export interface Payload {
  /** The whole of it for notifications and screen readers, cut where it is longer than Slack takes. */
  text: string;
  blocks: Block[];
}

/** A block and what it says without formatting. */
interface Piece {
  block: Unnumbered<Block>;
  said: string;
}
type Unnumbered<B> = B extends Block ? Omit<B, 'block_id'> : never;

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

function body(lines: readonly Line[]): Piece[] {
  const filled = shortLines(lines.filter(({ runs }) => runs.length > 0));
  return fill(filled, limits.richText, ({ runs }) => size(runs)).map((some) => ({
    block: { type: 'rich_text', elements: richTextElements(some) },
    said: spoken(some),
  }));
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

/** Labels that a button cannot hold, and addresses that it cannot open, stand above the buttons as a list. */
function buttons({ buttons: all }: ButtonsPart): Piece[] {
  const aside: Line[] = [];
  const controls = all.flatMap((button): Button[] => {
    const label = printable(button.label);
    const url = 'url' in button ? webAddress(button.url) : undefined;
    if ('url' in button && url === undefined)
      aside.push({ bullet: true, runs: written(`${label}: ${button.url}`) });
    else if (label.length > limits.button) aside.push({ bullet: true, runs: written(label) });
    if ('url' in button) return url === undefined ? [] : [control(label, openLink, { url })];
    return [control(label, button.action, button.primary ? { style: 'primary' } : {})];
  });
  return [...body(aside), ...rows(controls)];
}

function choice(part: ChoicePart): Piece[] {
  const { inBody, options } = letterOptions(part, limits.button);
  const wording = part.options.map(({ text: markup }, index) => ({
    bullet: false,
    runs: [...written(`${options[index]?.letter}  `, { bold: true }), ...runs(markup)],
  }));
  const several = options.map(({ label, value }) => ({ text: plainly(printable(label)), value }));
  return [
    ...split(printable(part.prompt).trim(), limits.section).map((said) => ({
      block: { type: 'section' as const, text: plainly(said) },
      said,
    })),
    ...(inBody ? body(wording) : []),
    ...(part.picks === 1
      ? rows(options.map(({ label, value }) => control(printable(label), part.action, { value })))
      : [
          row(
            [{ type: 'checkboxes', action_id: part.action, options: several }],
            several.map(({ text }) => text.text),
          ),
        ]),
  ];
}

/** The action id of buttons that open an address: Slack reports their clicks, and nothing is to be done. */
export const openLink = 'link';

function control(label: string, action_id: string, rest: Partial<types.Button>): Button {
  return { type: 'button', action_id, text: plainly(shorten(label.trim() || '…', limits.button)), ...rest };
}

function rows(controls: readonly Button[]): Piece[] {
  return fill(controls, limits.actionElements, () => 1).map((some) =>
    row(
      some,
      some.map(({ text }) => text.text),
    ),
  );
}

/** Slack wants action ids to differ within a block, so each ends with its place there; `ownAction` takes that off again. */
function row(elements: readonly (Button | Checkboxes)[], labels: readonly string[]): Piece {
  const distinct = elements.map((one, index) => ({ ...one, action_id: `${one.action_id}#${index}` }));
  return {
    block: { type: 'actions', elements: distinct },
    said: labels.map((label) => `[${label}]`).join(' '),
  };
}

/** The action id as the message had it: `#` is in none of ours. */
export function ownAction(actionId: string): string {
  return actionId.replace(/#\d+$/, '');
}

function plainly(value: string): types.PlainTextElement {
  return { type: 'plain_text', text: value, emoji: false };
}

function aloud(said: readonly string[]): string {
  const whole = escapeText(said.join('\n')).trim() || '…';
  const fitting = withinBytes(whole, limits.text);
  return fitting === whole ? whole : `${fitting.replace(/&\w*$/, '')}…`;
}
