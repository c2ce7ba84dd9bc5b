// @ts-check
import { byId } from './element.js';
import { visibleTo } from './entry.js';
import { members, placesOf } from './people.js';

/** @typedef {import('./entry.js').Entry} Entry */
/** @typedef {{ member: import('./people.js').Member, place: import('./people.js').Place }} View who looks, and where */

const log = byId('log');
const scroller = byId('scroller');
const welcome = byId('welcome');

/** All that was said, in order: the page alone keeps it. @type {Entry[]} */
const entries = [];

/** @type {View} */
let view = { member: members[0], place: placesOf(members[0])[0] };

export function currentView() {
  return view;
}

/** Shows what a member may see in a place. Switching is no news, so the live region keeps still. @param {View} next */
export function show(next) {
  view = next;
  log.ariaLive = 'off';
  log.replaceChildren(...entries.filter(inView).map(({ node }) => node));
  arrange();
  requestAnimationFrame(() => {
    log.ariaLive = 'polite';
  });
}

/** Adds an entry at the end, or puts it where another stood. @param {Entry} entry @param {Entry} [instead] */
export function add(entry, instead) {
  if (instead) {
    const focused = instead.node.contains(document.activeElement);
    entries[entries.indexOf(instead)] = entry;
    instead.node.replaceWith(entry.node);
    if (focused) entry.node.focus();
    return;
  }
  entries.push(entry);
  if (!inView(entry)) return;
  log.append(entry.node);
  arrange();
}

/** The entry that an element belongs to. @param {Node} node */
export function entryAround(node) {
  return entries.find((entry) => entry.node.contains(node));
}

/** @param {Entry} entry */
function inView(entry) {
  return entry.place === view.place.id && visibleTo(entry, view.member);
}

/** Scrolls to the end, but never past the beginning of the last message. */
function arrange() {
  welcome.hidden = log.childElementCount > 0;
  scroller.scrollTop = scroller.scrollHeight;
  const last = log.lastElementChild;
  if (last && last.getBoundingClientRect().top < scroller.getBoundingClientRect().top)
    last.scrollIntoView({ block: 'start' });
}
