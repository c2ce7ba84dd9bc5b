import type { Markup } from '../../chat/markup.ts';
import type { Message } from '../../chat/message.ts';
import { inPart } from '../../chat/moments.ts';

/** A message in which every run of text that is one of these names says `as` instead. */
export function renamed(message: Message, names: ReadonlySet<string>, as: string): Message {
  const inMarkup = (markup: Markup): Markup =>
    markup.map((inline) => {
      if (inline.kind === 'text' || inline.kind === 'code')
        return names.has(inline.text) ? { ...inline, text: as } : inline;
      return 'children' in inline ? { ...inline, children: inMarkup(inline.children) } : inline;
    });
  return message.map((part) => inPart(part, inMarkup));
}
