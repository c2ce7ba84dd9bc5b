// @ts-check
import { byId, element } from './element.js';

/** @typedef {{ label: string, run: () => void }} MenuItem */

const menu = byId('menu');
/** @type {HTMLElement | undefined} */
let opener;

/** Opens the menu beside the button that asked for it, with the focus on its first item. @param {HTMLElement} button @param {readonly MenuItem[]} items */
export function openMenu(button, items) {
  opener = button;
  menu.replaceChildren(...items.map(itemElement));
  menu.showPopover();
  const { right, bottom, top } = button.getBoundingClientRect();
  const below = bottom + menu.offsetHeight < innerHeight;
  menu.style.left = `${Math.max(8, right - menu.offsetWidth)}px`;
  menu.style.top = `${below ? bottom + 4 : Math.max(8, top - menu.offsetHeight - 4)}px`;
  button.ariaExpanded = 'true';
  focusItem(0);
}

/** @param {MenuItem} item */
function itemElement({ label, run }) {
  const item = element('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, label);
  item.addEventListener('click', () => {
    menu.hidePopover();
    run();
  });
  return item;
}

/** @param {number} index past either end it goes round */
function focusItem(index) {
  const item = [...menu.children].at(index % menu.childElementCount);
  if (item instanceof HTMLElement) item.focus();
}

menu.addEventListener('toggle', () => {
  if (!menu.matches(':popover-open') && opener) opener.ariaExpanded = 'false';
});

menu.addEventListener('keydown', ({ key }) => {
  const at = [...menu.children].findIndex((item) => item.contains(document.activeElement));
  if (key === 'ArrowDown') focusItem(at + 1);
  else if (key === 'ArrowUp') focusItem(at - 1);
  else if (key === 'Home') focusItem(0);
  else if (key === 'End') focusItem(-1);
  else if (key === 'Tab') menu.hidePopover();
});
