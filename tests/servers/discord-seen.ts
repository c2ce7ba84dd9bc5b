import type { Posted } from './discord-messages.ts';
import type { MessageShape } from './discord-rules.ts';

/** A message as a member reads it. */
export interface Seen {
  /** Content and embeds, in reading order. */
  text: string;
  private: boolean;
  /** The labels on the buttons, and on the options of selects. */
  controls: readonly string[];
  files: readonly { name: string; content: string }[];
  /** The id of the message that it answers. */
  replyTo: string | undefined;
  /** The message itself, as it is now. */
  posted: Posted;
  /** What it was when it was seen. */
  body: MessageShape;
}

/** A message as members read it. */
export function asSeen(posted: Posted): Seen {
  const { content = '', embeds = [], files = [] } = posted.body;
  return {
    text: [content, ...embeds.map(({ description }) => description)].filter(Boolean).join('\n'),
    private: posted.onlyFor !== undefined,
    controls: controlsOf(posted.body).flatMap((one) =>
      one.type === 2 ? [one.label] : one.options.map(({ label }) => label),
    ),
    files,
    replyTo: posted.replyTo,
    posted,
    body: posted.body,
  };
}

export function controlsOf({ components = [] }: MessageShape) {
  return components.flatMap(({ components }) => [...components]);
}

/** The id of the button with this label. */
export function buttonIn(body: MessageShape, label: string): string {
  const button = controlsOf(body).find((control) => control.type === 2 && control.label === label);
  if (button && 'custom_id' in button) return button.custom_id;
  throw new Error(`There is no button "${label}" in: ${body.content}`);
}
