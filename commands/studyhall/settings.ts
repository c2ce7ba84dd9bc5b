import { actionId } from '../../src/chat/action.ts';
import type { Event } from '../../src/chat/event.ts';
import { text } from '../../src/chat/markup.ts';
import type { Button, Message } from '../../src/chat/message.ts';
import { privately, type Reply } from '../../src/chat/reply.ts';
import type { House } from '../../src/runtime/house.ts';
import type { Shelf } from '../../src/runtime/library.ts';
import type { ServerSettings } from '../../src/runtime/settings.ts';
import { row } from '../lookup/card.ts';
import { onlyManagers, serverOf } from './manager.ts';
import { say } from './sentences.ts';

/** A server's settings, with buttons that change them. */
export function settings(shelves: readonly Shelf[], house: House, event: Event): Reply {
  const server = serverOf(event);
  return privately(
    onlyManagers(house, event).then(() => page(shelves, house.settings.of(server))),
    'settings',
  );
}

/** Changes one setting and shows them anew. What it does not know it leaves as it is. */
export function changeSettings(
  shelves: readonly Shelf[],
  house: House,
  what: string,
  to: string,
  event: Event,
): Reply {
  const server = serverOf(event);
  const message = async (): Promise<Message> => {
    await onlyManagers(house, event);
    const next = changed(house.settings.of(server), what, to, shelves);
    await house.settings.change(server, next);
    return page(shelves, next);
  };
  return { ...privately(message(), 'set'), replace: true };
}

function changed(now: ServerSettings, what: string, to: string, shelves: readonly Shelf[]): ServerSettings {
  const others = now.hiddenDecks.filter((id) => id !== to);
  switch (what) {
    case 'starters':
      return { ...now, starters: to === 'moderators' ? 'moderators' : 'everyone' };
    case 'lookups':
      return { ...now, lookups: to === 'private' ? 'private' : 'public' };
    case 'hide':
      return shelves.some(({ deck }) => deck.command === to) ? { ...now, hiddenDecks: [...others, to] } : now;
    case 'show':
      return { ...now, hiddenDecks: others };
    default:
      return now;
  }
}

function page(shelves: readonly Shelf[], now: ServerSettings): Message {
  const isHidden = ({ deck }: Shelf) => now.hiddenDecks.includes(deck.command);
  const names = (list: readonly Shelf[]) => list.map(({ deck }) => deck.name).join(', ');
  return [
    { kind: 'text', heading: true, text: text(say.settingsTitle) },
    {
      kind: 'facts',
      items: [
        say.starters[now.starters],
        say.lookups[now.lookups ?? 'usual'],
        say.decks(names(shelves.filter((shelf) => !isHidden(shelf))), names(shelves.filter(isHidden))),
      ],
    },
    ...row([
      now.starters === 'everyone'
        ? set('moderators', 'starters', 'moderators')
        : set('everyone', 'starters', 'everyone'),
      ...(now.lookups === 'public' ? [] : [set('public', 'lookups', 'public')]),
      ...(now.lookups === 'private' ? [] : [set('private', 'lookups', 'private')]),
      ...shelves.map((shelf) => deckButton(shelf, isHidden(shelf))),
    ]),
  ];
}

function set(label: 'moderators' | 'everyone' | 'public' | 'private', what: string, to: string): Button {
  return { label: say.settingButtons[label], action: actionId('studyhall', 'set', what, to) };
}

function deckButton({ deck }: Shelf, isHidden: boolean): Button {
  const { showDeck, hideDeck } = say.settingButtons;
  return {
    label: (isHidden ? showDeck : hideDeck)(deck.name),
    action: actionId('studyhall', 'set', isHidden ? 'show' : 'hide', deck.command),
  };
}
