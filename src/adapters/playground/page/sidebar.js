// @ts-check
import { inputIn } from './composer.js';
import { byId, element, one } from './element.js';
import { avatar } from './entry.js';
import { members, placesOf } from './people.js';
import { currentPane, currentView, look } from './view.js';

/** Fills the sidebar: where one can be, and as whom. */
export function startSidebar() {
  byId('places').replaceChildren(...placesOf(members[0]).map(placeElement));
  byId('people').replaceChildren(...members.map(memberElement));
  showCurrent();
}

/** Shows something else, and in the sidebar what that is. @param {Parameters<typeof look>[0]} change */
export function goTo(change) {
  look(change);
  showCurrent();
}

function showCurrent() {
  const { member, direct } = currentView();
  for (const button of byId('places').querySelectorAll('button'))
    button.ariaCurrent = button.dataset.direct === String(direct) ? 'page' : null;
  one(byId('people'), `[value="${member.id}"]`, HTMLInputElement).checked = true;
}

/** @param {import('./people.js').Place} place */
function placeElement({ direct, title }) {
  const button = element('button', { type: 'button', 'data-direct': String(direct) }, title);
  button.addEventListener('click', () => {
    goTo({ direct });
    inputIn(currentPane()).focus();
  });
  return element('li', {}, button);
}

/** @param {import('./people.js').Member} member */
function memberElement(member) {
  const radio = element('input', { type: 'radio', name: 'member', value: member.id });
  radio.addEventListener('change', () => goTo({ member }));
  return element('label', {}, radio, avatar(member), element('span', {}, member.name));
}
