import type { Command } from '../src/chat/command.ts';
import type { Event } from '../src/chat/event.ts';
import type { House } from '../src/runtime/house.ts';
import { serverKey } from '../src/runtime/keys.ts';
import type { Shelf } from '../src/runtime/library.ts';
import { lookupCommand } from './lookup/index.ts';
import { quizCommand } from './quiz/index.ts';
import { studyhallCommand } from './studyhall/index.ts';
import { tipsCommand } from './tips/index.ts';

/** All that people can type, made anew whenever the decks change: one lookup command a deck, and Studyhall's own. */
export function commandsFor(shelves: readonly Shelf[], house: House): Command[] {
  const seenBy = (event?: Event) => {
    const hidden = event ? house.settings.of(serverKey(event)).hiddenDecks : [];
    return shelves.filter(({ deck }) => !hidden.includes(deck.command));
  };
  const lookups = shelves.map((shelf) => lookupCommand(shelf, house.settings));
  const others = [...lookups, quizCommand(seenBy, house), tipsCommand(seenBy, house)];
  return [...others, studyhallCommand(seenBy, shelves, others, house)];
}
