// @ts-check
import { makePane } from './pane.js';
import { members, placesOf } from './people.js';

/** @typedef {import('./entry.js').Entry} Entry */

/** Every place as every member sees it, whether it is shown now or not: the page alone keeps what was said. */
export const panes = members.flatMap((member) => placesOf(member).map((place) => makePane(member, place)));

/** Adds an entry for whoever sees it. @param {Entry} entry */
export function add(entry) {
  for (const pane of panes) if (pane.sees(entry)) pane.add(entry);
}

/** Puts an entry where another stood. @param {Entry} before @param {Entry} entry */
export function replace(before, entry) {
  for (const pane of panes) if (pane.sees(entry)) pane.replace(before, entry);
}

/** Shows what an entry says by now. @param {Entry} entry */
export function edit(entry) {
  for (const pane of panes) if (pane.sees(entry)) pane.edit(entry);
}
