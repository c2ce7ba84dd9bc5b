// @ts-check
import { element } from './element.js';

/** @typedef {import('./suggestions.js').Offer} Offer */

/**
 * An editable combobox with a list of suggestions (ARIA 1.2): arrows move, Enter takes the active one, Escape closes.
 *
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list its listbox, with an id
 * @param {(typed: string) => Promise<Offer[]>} offersFor
 */
export function makeCombobox(input, list, offersFor) {
  /** @type {Offer[]} */
  let offers = [];
  let active = -1;
  let asked = 0;

  /** @param {number} index */
  const idOf = (index) => `${list.id}-${index}`;

  const draw = () => {
    list.replaceChildren(
      ...offers.map((offer, index) => optionElement(offer, idOf(index), index === active)),
    );
    list.hidden = offers.length === 0;
    input.ariaExpanded = String(!list.hidden);
    if (active < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', idOf(active));
    list.children[active]?.scrollIntoView({ block: 'nearest' });
  };
  const close = () => {
    asked += 1;
    offers = [];
    active = -1;
    draw();
  };
  /** Enter on an unfinished command takes the first one; on anything else it sends what is typed. */
  const refresh = async () => {
    asked += 1;
    const mine = asked;
    const found = await offersFor(input.value);
    if (mine !== asked) return;
    offers = found.filter(({ fills }) => fills !== input.value);
    const whole = found.some(({ label }) => label === input.value);
    active = !whole && offers[0]?.begun ? 0 : -1;
    draw();
  };
  /** @param {number} index */
  const take = (index) => {
    const offer = offers[index];
    if (!offer) return;
    input.value = offer.fills;
    if (offer.fills.endsWith(' ')) refresh();
    else close();
  };

  input.addEventListener('input', refresh);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && offers.length > 0) {
      active = active < 0 && step < 0 ? offers.length - 1 : (active + step + offers.length) % offers.length;
      draw();
    } else if (step === 1) refresh();
    else if (event.key === 'Enter' && active >= 0) take(active);
    else if (event.key === 'Escape' && offers.length > 0) close();
    else return;
    event.preventDefault();
  });
  list.addEventListener('mousedown', (event) => event.preventDefault()); // the focus stays in the input
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element && target.closest('[role=option]');
    if (option) take([...list.children].indexOf(option));
  });
  return { close };
}

/** @param {Offer} offer @param {string} id @param {boolean} active */
function optionElement({ label, usage, hint }, id, active) {
  return element(
    'div',
    { role: 'option', id, 'aria-selected': String(active) },
    element('span', { class: 'offer' }, label),
    ...(usage ? [' ', element('span', { class: 'usage' }, usage)] : []),
    ...(hint ? [' ', element('span', { class: 'hint' }, hint)] : []),
  );
}
