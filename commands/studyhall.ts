import { actionId } from '../src/chat/action.ts';
import { type Command, defineCommand } from '../src/chat/command.ts';
import type { Event } from '../src/chat/event.ts';
import { type Markup, md, text } from '../src/chat/markup.ts';
import type { Message } from '../src/chat/message.ts';
import { usageOf } from '../src/chat/options.ts';
import { privately, type Reply, type Visibility } from '../src/chat/reply.ts';
import { searchDecks } from '../src/core/search/decks.ts';
import { topicsNamed } from '../src/core/search/named.ts';
import { search } from '../src/core/search/search.ts';
import { suggest } from '../src/core/search/suggest.ts';
import type { Shelf } from '../src/runtime/library.ts';
import { note, paragraph, row } from './lookup/card.ts';
import { answer, browse, topicButtons } from './lookup/index.ts';
import { chosen, lookupOptions } from './lookup/options.ts';

const say = {
  summary: 'What Studyhall can do; or look something up in any deck',
  question: 'Something to look up, with the deck first if you like: aws shield',
  name: 'Studyhall',
  welcome: 'I am your study group’s companion. Ask me for anything in these decks:',
  commands: md`**What you can type**`,
  besides: {
    open: md`You can also pick “Look this up” in the menu of any message.`,
    quiet: md`You can also write to me directly, mention me where I am a member, or pick “Look this up” in the menu of any message.`,
  },
  lookUp: 'Look something up',
  menu: 'Look this up',
  browse: (deck: string) => `Browse ${deck}`.slice(0, 75),
  namedNothing: md`I know none of the things that this message names. Type /studyhall to see what I know.`,
  named: md`That message names these:`,
  deck: (shelf: Shelf): Markup => md`**${shelf.deck.name}**: ${topics(shelf)}, \`/${shelf.deck.command}\``,
};

/** Help, made from the commands themselves; lookups over all decks, by command, mention, direct message or a message's menu. */
export function studyhallCommand(shelves: readonly Shelf[], others: readonly Command[]): Command {
  const lookUp = (said: string, asked: Visibility, event: Event): Reply => {
    const [first = '', ...words] = said.trim().split(/\s+/);
    const named = shelves.find(({ deck }) => deck.command === first.replace(/^\//, '').toLowerCase());
    if (named && words.length === 0) return browse(named.deck, '', 0, 'private');
    if (named) return answer(named.deck, search(named.index, words.join(' ')), asked, event);
    if (first === '') return help(event);
    const found = searchDecks(
      shelves.map(({ index }) => index),
      said,
    );
    return found ? answer(found.index.deck, found.answer, asked, event) : help(event);
  };

  const help = (event: Event): Reply => privately(helpMessage(shelves, [...others, command], event), 'help');

  const command: Command = defineCommand({
    name: 'studyhall',
    summary: say.summary,
    options: lookupOptions(say.question, (typed) => suggestions(shelves, typed)),
    run: (values, event) =>
      values.question === undefined ? help(event) : lookUp(values.question, chosen(values, event), event),
    actions: {
      ask: () => ({ kind: 'form', command: 'studyhall', given: {}, verdict: 'form' }),
      help: (_args, _values, event) => help(event),
    },
    menu: { label: say.menu, run: (messageText, event) => lookUpNamed(shelves, messageText, event) },
    talk: (said, event) =>
      /^\s*(help|hi|hello)?\s*[.!?]*\s*$/i.test(said) ? help(event) : lookUp(said, 'public', event),
    home: (event) => privately(homePage(shelves, helpMessage(shelves, [...others, command], event)), 'home'),
  });
  return command;
}

/** The best of each deck in turn, so that none crowds the others out. */
function suggestions(shelves: readonly Shelf[], typed: string): string[] {
  const offered = shelves.map(({ index }) => suggest(index, typed, 25).map(({ name }) => name));
  const ranks = Array.from({ length: 25 }, (_, rank) => offered.flatMap((names) => names[rank] ?? []));
  return [...new Set(ranks.flat())].slice(0, 25);
}

function lookUpNamed(shelves: readonly Shelf[], messageText: string, event: Event): Reply {
  const found = shelves.flatMap((shelf) =>
    topicsNamed(shelf.index, messageText, 10).map((result) => ({ shelf, result })),
  );
  const [only] = found;
  if (!only) return privately([paragraph(say.namedNothing)], 'none');
  if (found.length === 1) {
    const results = [only.result];
    return answer(only.shelf.deck, { query: '', verdict: 'exact', results }, 'private', event);
  }
  const buttons = found.flatMap(({ shelf, result }) => topicButtons(shelf.deck, [result.topic]));
  return privately([paragraph(say.named), ...row(buttons)], 'ambiguous');
}

function helpMessage(shelves: readonly Shelf[], commands: readonly Command[], event: Event): Message {
  return [
    { kind: 'text', heading: true, text: text(say.name) },
    paragraph(text(say.welcome)),
    { kind: 'facts', items: shelves.map(say.deck) },
    { kind: 'facts', title: say.commands, items: commands.map((command) => usage(command, event)) },
    note(say.besides[event.manner]),
    ...row([
      { label: say.lookUp, action: actionId('studyhall', 'ask'), primary: true },
      ...shelves.map(({ deck }) => ({
        label: say.browse(deck.name),
        action: actionId(deck.command, 'browse', '', '0'),
      })),
    ]),
  ];
}

/** The help, and under it the only deck by category, where there is just one. */
function homePage(shelves: readonly Shelf[], helpMessage: Message): Message {
  const [only, another] = shelves;
  if (!only || another) return helpMessage;
  return [
    ...helpMessage.filter(({ kind }) => kind !== 'buttons'),
    ...browse(only.deck, '', 0, 'private').message,
  ];
}

function usage({ name, options, summary }: Command, { manner }: Event): Markup {
  return md`\`/${name} ${usageOf(options, manner)}\`: ${summary}`;
}

function topics({ deck }: Shelf): string {
  return deck.topics.length === 1 ? 'one topic' : `${deck.topics.length} topics`;
}
