// @ts-check
import { byId } from './element.js';
import { panes } from './panes.js';
import { members } from './people.js';

/** @typedef {import('./pane.js').Pane} Pane */

/** Columns narrower than a phone help nobody. */
export const wide = matchMedia('(min-width: 70rem)');

/** Who looks, where, and whether the others are shown beside. */
let view = { member: members[0], direct: false, beside: false };

export function currentView() {
  return view;
}

/** The pane of who looks. */
export function currentPane() {
  const { member, direct } = view;
  const found = panes.find((pane) => pane.member === member && pane.place.direct === direct);
  if (!found) throw new Error(`${member.name} has no such place.`);
  return found;
}

/** Shows something else. Switching is no news, so the live regions keep still. @param {Partial<typeof view>} change */
export function look(change) {
  view = { ...view, ...change };
  const current = currentPane();
  const beside = view.beside && wide.matches;
  document.body.classList.toggle('beside', beside);
  for (const pane of panes) {
    const { element, log, place } = pane;
    const shown = pane === current || (beside && place.direct === view.direct);
    const appears = shown && element.hidden;
    element.hidden = !shown;
    log.ariaLive = 'off';
    if (appears) pane.toEnd();
  }
  byId('place-name').textContent = current.place.title;
  byId('side-by-side').ariaChecked = String(beside);
  requestAnimationFrame(speak);
}

/** One pane speaks of what is new, else three would say the same. */
function speak() {
  for (const pane of panes) pane.log.ariaLive = pane === currentPane() ? 'polite' : 'off';
}
