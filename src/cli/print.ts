import { styleText } from 'node:util';
import { parseAction } from '../chat/action.ts';
import { clock, type Inline, type Markup, plain } from '../chat/markup.ts';
import type { Button, Message, Part } from '../chat/message.ts';

/** A message for the terminal, where nothing can be clicked: buttons that show another topic stand as its name. */
export function print(message: Message): string {
  const answers = message.some((part) => part.kind === 'text' && part.heading);
  return `${message
    .map((part) => printPart(part, answers))
    .filter(Boolean)
    .join('\n\n')}\n`;
}

/** @param answers whether the message is an answer, beside which other topics stand; else it is a question which of them is meant */
function printPart(part: Part, answers: boolean): string {
  switch (part.kind) {
    case 'text':
      return part.heading ? styleText(['bold', 'underline'], safe(plain(part.text))) : line(part.text);
    case 'facts':
      return [...title(part.title), ...part.items.map((item) => `- ${line(item)}`)].join('\n');
    case 'table':
      return [...title(part.title), ...part.rows.map((row) => `- ${row.map(line).join(', ')}`)].join('\n');
    case 'note':
      return styleText('dim', line(part.text));
    case 'buttons':
      return topics(part.buttons, answers);
    case 'choice':
      return part.options
        .map(({ text }, index) => `${String.fromCharCode(65 + index)}  ${line(text)}`)
        .join('\n');
    case 'file':
      return part.content.split('\n').map(safe).join('\n');
  }
}

function topics(buttons: readonly Button[], answers: boolean): string {
  const names = buttons
    .filter((button) => 'action' in button && parseAction(button.action)?.verb === 'show')
    .map(({ label }) => safe(label));
  if (!answers) return names.map((name) => `- ${name}`).join('\n');
  return names.length > 0 ? styleText('dim', `See also: ${names.join(', ')}`) : '';
}

function title(markup: Markup | undefined): string[] {
  return markup ? [line(markup)] : [];
}

function line(markup: Markup): string {
  return markup.map(printInline).join('');
}

function printInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return safe(inline.text);
    case 'code':
      return styleText('cyan', safe(inline.text));
    case 'strong':
      return styleText('bold', line(inline.children));
    case 'emphasis':
      return styleText('italic', line(inline.children));
    case 'link':
      return `${line(inline.children)} (${safe(inline.url)})`;
    case 'break':
      return '\n';
    case 'time':
      return clock(inline.at);
  }
}

/** Control characters could move the terminal's cursor or change its colours. */
function safe(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
