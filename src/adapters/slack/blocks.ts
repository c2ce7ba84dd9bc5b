import type { types } from '@slack/bolt';

export interface Button extends types.Button {
  action_id: string;
}
export interface Checkboxes extends types.Checkboxes {
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
export interface Piece {
  block: Unnumbered<Block>;
  said: string;
}
type Unnumbered<B> = B extends Block ? Omit<B, 'block_id'> : never;

/** Text that stands for itself, `:key:` too. */
export function plainly(value: string): types.PlainTextElement {
  return { type: 'plain_text', text: value, emoji: false };
}
