import type { Input } from './event.ts';

/** Discord's longest message, 4,000 characters, with its longest embeds, 6,000; Slack shows more of one, and nobody asks that much. */
const LONGEST_TEXT = 10_000;
/** More than any control or form of either platform has. */
const MOST_VALUES = 25;
/** The longest entry of a form on Discord; on Slack it is 3,000. */
const LONGEST_VALUE = 4000;
/** What is typed so far is looked up as a name. */
const LONGEST_TYPED = 200;

/** What a member did, with what is longer than any platform lets it be cut off: nothing behind this meets a text without an end. */
export function bounded(input: Input): Input {
  switch (input.kind) {
    case 'line':
    case 'talk':
    case 'menu':
      return { ...input, text: input.text.slice(0, LONGEST_TEXT) };
    case 'action':
      return {
        ...input,
        values: input.values.slice(0, MOST_VALUES).map((one) => one.slice(0, LONGEST_VALUE)),
      };
    case 'command':
    case 'home':
      return input; // options are measured when they are read
  }
}

export function boundedTyping(typed: string): string {
  return typed.slice(0, LONGEST_TYPED);
}
