// @ts-check
import { openDialog } from './dialog.js';
import { element, one } from './element.js';
import { lineOf } from './typed.js';

/** @typedef {Extract<import('./server.js').Answer, { kind: 'form' }>} Asked */

/**
 * Opens a form; what is sent back is the command or the action that it is for. What is filled in stays until it has been answered.
 *
 * @param {Asked} asked
 * @param {(exchange: import('./exchange.js').Exchange) => void} send
 */
export function openForm({ to, title, html }, send) {
  const holder = element('div', {});
  holder.innerHTML = html; // escaped by the server's renderer
  const form = one(holder, 'form', HTMLFormElement);
  const problem = element('p', { class: 'problem', role: 'alert' });
  const submit = element('button', { class: 'button primary' }, 'Send');
  const controls = [...form.querySelectorAll('input, select')].filter(
    (control) => control instanceof HTMLInputElement || control instanceof HTMLSelectElement,
  );
  form.append(problem, element('div', { class: 'actions' }, submit));
  const dialog = openDialog(title, form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send({
      ...filledIn(to, title, controls),
      done: () => dialog.close(),
      failed: (sentence) => problem.replaceChildren(sentence),
    });
  });
}

/** @param {Asked['to']} to @param {string} title @param {(HTMLInputElement | HTMLSelectElement)[]} controls @returns {import('./exchange.js').Exchange} */
function filledIn(to, title, controls) {
  if ('action' in to) {
    const values = controls.map((control) => String(valueIn(control)));
    return { input: { kind: 'action', action: to.action, values }, via: `sent “${title}”` };
  }
  const given = controls.map((control) => /** @type {const} */ ([control.name, valueIn(control)]));
  const options = Object.fromEntries(given.filter(([, value]) => value !== ''));
  const { command } = to;
  return { input: { kind: 'command', command, options }, via: `used ${lineOf(command, options)}` };
}

/** What a control holds, in its own type; '' when it is blank or not ticked. @param {HTMLInputElement | HTMLSelectElement} control */
function valueIn(control) {
  if (control.type === 'checkbox' && control instanceof HTMLInputElement) return control.checked || '';
  return control.type === 'number' && control.value !== '' ? Number(control.value) : control.value;
}
