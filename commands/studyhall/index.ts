import { type Command, type CommandGroup, defineSubcommand } from '../../src/chat/command.ts';
import type { Event } from '../../src/chat/event.ts';
import { privately, type Reply, type Visibility } from '../../src/chat/reply.ts';
import { searchDecks } from '../../src/core/search/decks.ts';
import { topicsNamed } from '../../src/core/search/named.ts';
import { search } from '../../src/core/search/search.ts';
import { suggest } from '../../src/core/search/suggest.ts';
import type { House } from '../../src/runtime/house.ts';
import type { Shelf } from '../../src/runtime/library.ts';
import { paragraph, row } from '../lookup/card.ts';
import { answer, browse, topicButtons } from '../lookup/index.ts';
import { chosen, lookupOptions } from '../lookup/options.ts';
import { deleteData, exportData, forget, keepData } from './data.ts';
import { helpMessage, homePage } from './help.ts';
import { hide } from './hide.ts';
import { reports } from './reports.ts';
import { say } from './sentences.ts';
import { changeSettings, settings } from './settings.ts';

/** Help, lookups over all decks by command, mention, direct message or a message's menu; a server's settings; a member's data. */
export function studyhallCommand(
  shelvesSeenBy: (event?: Event) => readonly Shelf[],
  everyShelf: readonly Shelf[],
  others: readonly Command[],
  house: House,
): CommandGroup {
  const lookUp = (said: string, asked: Visibility, event: Event): Reply => {
    const shelves = shelvesSeenBy(event);
    const [first = '', ...words] = said.trim().split(/\s+/);
    const named = shelves.find(({ deck }) => deck.command === first.replace(/^\//, '').toLowerCase());
    if (named && words.length === 0) return browse(named.deck, '', 0, 'private');
    if (named) return answer(named.deck, search(named.index, words.join(' ')), asked, event);
    if (/^(?:(?:help|hi|hello)\s*)?[.!?]*$/i.test(said.trim())) return help(event);
    const found = searchDecks(
      shelves.map(({ index }) => index),
      said,
    );
    return found ? answer(found.index.deck, found.answer, asked, event) : help(event);
  };

  const helpFor = (event: Event) => {
    const shown = shelvesSeenBy(event);
    const hidden = everyShelf.filter((shelf) => !shown.includes(shelf)).map(({ deck }) => deck.command);
    const commands = [...others, command].filter(({ name }) => !hidden.includes(name));
    return helpMessage(shown, commands, event);
  };
  const help = (event: Event): Reply => privately(helpFor(event), 'help');
  const simple = (name: string, summary: string, run: (event: Event) => Reply) =>
    defineSubcommand({ name, summary, options: {}, run: (_, event) => run(event) });
  const options = lookupOptions(say.question, (typed) => suggestions(shelvesSeenBy(), typed));

  const command: CommandGroup = {
    name: 'studyhall',
    summary: say.summary,
    subcommands: [
      defineSubcommand({
        name: 'ask',
        summary: say.ask,
        options,
        run: (values, event) =>
          values.question === undefined
            ? help(event)
            : lookUp(values.question, chosen(values, event, house.settings), event),
      }),
      simple('help', say.help, help),
      simple('settings', say.settings, (event) => settings(everyShelf, house, event)),
      simple('hide', say.hide, (event) => hide(house, true, event)),
      simple('show', say.show, (event) => hide(house, false, event)),
      simple('export', say.export, (event) => exportData(house, event)),
      simple('delete', say.delete, deleteData),
      simple('reports', say.reports, (event) => reports(everyShelf, house, event)),
    ],
    bare: help,
    actions: {
      ask: () => ({
        kind: 'form',
        verdict: 'form',
        form: { to: { command: 'studyhall ask' }, title: say.buttons.lookUp, options, given: {} },
      }),
      help: (_args, _values, event) => help(event),
      set: ([what = '', to = ''], _, event) => changeSettings(everyShelf, house, what, to, event),
      forget: (_args, _values, event) => forget(house, event),
      keep: () => keepData(),
    },
    menu: {
      label: say.menu,
      run: (messageText, event) => lookUpNamed(shelvesSeenBy(event), messageText, event),
    },
    talk: (said, event) => groupNamed(others, said)?.bare(event) ?? lookUp(said, 'public', event),
    home: (event) => privately(homePage(shelvesSeenBy(event), helpFor(event)), 'home'),
  };
  return command;
}

/** The commands whose bare name this is, slash or not. */
function groupNamed(commands: readonly Command[], said: string): CommandGroup | undefined {
  const [, name] = /^\/?([\w-]+)[.!?]*$/.exec(said.trim().toLowerCase()) ?? [];
  return commands.find((one): one is CommandGroup => one.subcommands !== undefined && one.name === name);
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
