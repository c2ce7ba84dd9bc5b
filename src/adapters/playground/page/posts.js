// @ts-check
import { add, edit } from './panes.js';
import { bot } from './people.js';

/** @typedef {import('../board.ts').Post} Post */
/** @typedef {import('./entry.js').Entry} Entry */

/** What the bot posted by itself, by the id of the post. @type {Map<string, Entry>} */
const known = new Map();
let begun = false;

/** Catches up with all that stands: when the page is opened, and when the connection is back. @param {readonly Post[]} posts */
export function standing(posts) {
  for (const post of posts) {
    if (known.has(post.id)) edited(post);
    else posted(post, !begun);
  }
  begun = true;
}

/** @param {Post} post @param {boolean} [old] */
export function posted({ id, place, at, html, payloads, replyTo }, old = false) {
  const answered = replyTo === undefined ? undefined : known.get(replyTo);
  /** @type {Entry} */
  const entry = { place, author: bot, at, shown: { html, payloads }, old };
  if (answered) entry.replyTo = answered;
  known.set(id, entry);
  add(entry);
}

/** @param {Post} post */
export function edited({ id, html, payloads }) {
  const entry = known.get(id);
  if (!entry || entry.shown?.html === html) return;
  entry.shown = { html, payloads };
  edit(entry);
}
