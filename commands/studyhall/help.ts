import { actionId } from '../../src/chat/action.ts';
import { type Command, typedOf } from '../../src/chat/command.ts';
import type { Event } from '../../src/chat/event.ts';
import { type Markup, md, text } from '../../src/chat/markup.ts';
import type { Message } from '../../src/chat/message.ts';
import { usageOf } from '../../src/chat/options.ts';
import type { Shelf } from '../../src/runtime/library.ts';
import { facts, note, paragraph, row } from '../lookup/card.ts';
import { browse } from '../lookup/index.ts';
import { say } from './sentences.ts';

/** What Studyhall knows and what people can type, from the commands themselves. */
export function helpMessage(
  shelves: readonly Shelf[],
  commands: readonly Command[],
  { manner, place }: Pick<Event, 'manner' | 'place'>,
): Message {
  const quiz = place.direct
    ? { label: say.buttons.solo, action: actionId('quiz', 'solo') }
    : { label: say.buttons.round, action: actionId('quiz', 'form') };
  return [
    { kind: 'text', heading: true, text: text(say.name) },
    paragraph(text(shelves.length > 0 ? say.welcome : say.noDecks)),
    ...facts(shelves.map(say.deck)),
    { kind: 'facts', title: say.commands, items: commands.flatMap(usages) },
    note(say.besides[manner]),
    ...row([
      { label: say.buttons.lookUp, action: actionId('studyhall', 'ask'), primary: true },
      quiz,
      { label: say.buttons.tips, action: actionId('tips', 'form') },
      ...shelves.map(({ deck }) => ({
        label: say.buttons.browse(deck.name),
        action: actionId(deck.command, 'browse', '', '0'),
      })),
    ]),
  ];
}

/** The help, and under it the only deck by category, where there is just one. */
export function homePage(shelves: readonly Shelf[], help: Message): Message {
  const [only, another] = shelves;
  if (!only || another) return help;
  return [...help.filter(({ kind }) => kind !== 'buttons'), ...browse(only.deck, '', 0, 'private').message];
}

function usages(command: Command): Markup[] {
  return typedOf(command).map(
    ({ path, options, summary }) => md`\`${`/${path} ${usageOf(options)}`.trim()}\`: ${summary}`,
  );
}
