// @ts-check
import { catalogue } from './catalogue.js';
import { openPayload } from './dialog.js';
import { textOf } from './entry.js';
import { send } from './exchange.js';
import { saveFile } from './file.js';
import { openMenu } from './menu.js';

/** @typedef {import('./entry.js').Entry} Entry */
/** @typedef {import('./pane.js').Pane} Pane */

/** Controls whose answer is awaited: a second click is the same click. @type {Set<Element>} */
const pressed = new Set();

/** Makes the controls of a pane's messages do what they say, as the pane's member. @param {Pane} pane */
export function listenToControls(pane) {
  pane.log.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const entry = button && pane.entryAround(button);
    if (button && entry) click(button, entry, pane);
  });
  pane.log.addEventListener('submit', (event) => {
    event.preventDefault();
    const entry = event.target instanceof HTMLFormElement && pane.entryAround(event.target);
    if (entry) submit(event.target, entry, pane);
  });
  pane.log.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) target.form?.querySelector('input')?.setCustomValidity('');
  });
}

/** @param {HTMLButtonElement} button @param {Entry} entry @param {Pane} pane */
function click(button, entry, pane) {
  const { action, value, file, content = '' } = button.dataset;
  if (button.classList.contains('more')) openMenu(button, itemsOf(entry, pane));
  else if (button.classList.contains('reply') && entry.replyTo) pane.goTo(entry.replyTo);
  else if (file !== undefined) saveFile(file, content);
  else if (action !== undefined)
    act(button, action, value === undefined ? [] : [value], button.textContent, entry, pane);
}

/** @param {HTMLFormElement} form @param {Entry} entry @param {Pane} pane */
function submit(form, entry, pane) {
  const boxes = [...form.querySelectorAll('input')];
  const ticked = boxes.filter(({ checked }) => checked);
  const picks = Number(form.dataset.picks);
  boxes[0]?.setCustomValidity(
    ticked.length === picks ? '' : `Pick ${picks}, please: ${ticked.length} picked so far.`,
  );
  const wording = ticked.map(({ labels }) => labels?.[0]?.textContent.trim()).join(', ');
  const values = ticked.map(({ value }) => value);
  if (form.reportValidity()) act(form, form.dataset.action ?? '', values, wording, entry, pane);
}

/**
 * @param {HTMLElement} control
 * @param {string} action
 * @param {string[]} values
 * @param {string} wording
 * @param {Entry} clicked
 * @param {Pane} pane
 */
async function act(control, action, values, wording, clicked, pane) {
  if (pressed.has(control)) return;
  pressed.add(control);
  const via = `chose “${wording.trim()}”`;
  await send({ input: { kind: 'action', action, values }, via, clicked }, pane);
  pressed.delete(control);
}

/** @param {Entry} entry @param {Pane} pane @returns {import('./menu.js').MenuItem[]} */
function itemsOf(entry, pane) {
  const payloads = entry.shown?.payloads;
  const looks = payloads
    ? [
        { label: 'As Discord gets it', run: () => openPayload('As Discord gets it', payloads.discord) },
        { label: 'As Slack gets it', run: () => openPayload('As Slack gets it', payloads.slack) },
      ]
    : [];
  const commands = catalogue().menus.map(({ command, label }) => ({
    label,
    run: () =>
      send({ input: { kind: 'menu', menu: command, text: textOf(entry) }, via: `used “${label}”` }, pane),
  }));
  return [...looks, ...commands];
}
