// @ts-check
import { catalogue } from './catalogue.js';
import { entryAround } from './conversation.js';
import { openPayload } from './dialog.js';
import { byId } from './element.js';
import { textOf } from './entry.js';
import { send } from './exchange.js';
import { openMenu } from './menu.js';

/** @typedef {import('./entry.js').Entry} Entry */

const log = byId('log');
/** Controls whose answer is awaited: a second click is the same click. @type {Set<Element>} */
const pressed = new Set();

log.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  const entry = button && entryAround(button);
  if (!button || !entry) return;
  if (button.classList.contains('more')) openMenu(button, itemsOf(entry));
  else if (button.dataset.action !== undefined)
    act(
      button,
      button.dataset.action,
      button.dataset.value === undefined ? [] : [button.dataset.value],
      entry,
    );
});

log.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  const entry = form instanceof HTMLFormElement && entryAround(form);
  if (!entry) return;
  const boxes = [...form.querySelectorAll('input')];
  const values = boxes.filter(({ checked }) => checked).map(({ value }) => value);
  const picks = Number(form.dataset.picks);
  const [first] = boxes;
  first?.setCustomValidity(
    values.length === picks ? '' : `Pick ${picks}, please: ${values.length} picked so far.`,
  );
  if (form.reportValidity()) act(form, form.dataset.action ?? '', values, entry);
});

log.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement) target.form?.querySelector('input')?.setCustomValidity('');
});

/** @param {HTMLElement} control @param {string} action @param {string[]} values @param {Entry} entry */
async function act(control, action, values, entry) {
  if (pressed.has(control)) return;
  pressed.add(control);
  const label = control instanceof HTMLFormElement ? values.join(', ') : control.textContent?.trim();
  await send({ input: { kind: 'action', action, values }, via: `chose “${label}”`, clicked: entry });
  pressed.delete(control);
}

/** @param {Entry} entry @returns {import('./menu.js').MenuItem[]} */
function itemsOf(entry) {
  const { payloads } = entry;
  const looks = payloads
    ? [
        { label: 'As Discord gets it', run: () => openPayload('As Discord gets it', payloads.discord) },
        { label: 'As Slack gets it', run: () => openPayload('As Slack gets it', payloads.slack) },
      ]
    : [];
  const commands = catalogue().menus.map(({ command, label }) => ({
    label,
    run: () => send({ input: { kind: 'menu', menu: command, text: textOf(entry) }, via: `used “${label}”` }),
  }));
  return [...looks, ...commands];
}
