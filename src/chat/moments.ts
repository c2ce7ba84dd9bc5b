import type { Markup } from './markup.ts';
import type { Message, Part } from './message.ts';

/** A message whose moments all lie later by so many milliseconds: it was written for an earlier time than it is sent at. */
export function laterBy(ms: number, message: Message): Message {
  return message.map((part) => inPart(part, (markup) => moved(markup, ms)));
}

/** A message with every piece of its markup replaced. */
export function inPart(part: Part, change: (markup: Markup) => Markup): Part {
  switch (part.kind) {
    case 'text':
    case 'note':
      return { ...part, text: change(part.text) };
    case 'facts':
      return { ...part, ...(part.title && { title: change(part.title) }), items: part.items.map(change) };
    case 'table':
      return {
        ...part,
        ...(part.title && { title: change(part.title) }),
        rows: part.rows.map((row) => row.map(change)),
      };
    case 'choice':
      return { ...part, options: part.options.map((one) => ({ ...one, text: change(one.text) })) };
    case 'buttons':
    case 'file':
      return part;
    default:
      return part satisfies never;
  }
}

function moved(markup: Markup, ms: number): Markup {
  return markup.map((inline) => {
    if (inline.kind === 'time') return { ...inline, at: inline.at + ms };
    return 'children' in inline ? { ...inline, children: moved(inline.children, ms) } : inline;
  });
}
