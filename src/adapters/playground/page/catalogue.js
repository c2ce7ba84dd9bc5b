// @ts-check
import { commands } from './server.js';

/** @type {import('./server.js').Catalogue} */
let known = { commands: [], menus: [], examples: [] };

/** The commands as they were last heard of. */
export function catalogue() {
  return known;
}

/** Asks again: decks come and go while the page is open. */
export async function refreshCatalogue() {
  known = await commands();
  return known;
}
