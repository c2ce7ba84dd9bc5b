import type { Command } from '../src/chat/command.ts';
import type { Shelf } from '../src/runtime/library.ts';
import { lookupCommand } from './lookup/index.ts';
import { studyhallCommand } from './studyhall.ts';

/** All that people can type, made anew whenever the decks change: one lookup command a deck, and Studyhall's own. */
export function commandsFor(shelves: readonly Shelf[]): Command[] {
  const lookups = shelves.map(lookupCommand);
  return [...lookups, studyhallCommand(shelves, lookups)];
}
