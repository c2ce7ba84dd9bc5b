// @ts-check
import { openDialog } from './dialog.js';
import { element } from './element.js';
import { lineOf } from './typed.js';

/**
 * Opens a command's form; what is sent back is that command.
 *
 * @param {Extract<import('./server.js').Answer, { kind: 'form' }>} asked
 * @param {(exchange: import('./exchange.js').Exchange) => void} send
 */
export function openForm({ command, summary, html }, send) {
  const holder = element('div', {});
  holder.innerHTML = html; // escaped by the server's renderer
  const form = holder.querySelector('form');
  if (!form) throw new Error('The server sent a form without a form.');
  const problem = element('p', { class: 'problem', role: 'alert' });
  const submit = element('button', { class: 'button primary' }, 'Send');
  form.append(problem, element('div', { class: 'actions' }, submit));
  const dialog = openDialog(`/${command}`, element('p', { class: 'summary' }, summary), form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const options = optionsOf(form);
    send({
      input: { kind: 'command', command, options },
      via: `used ${lineOf(command, options)}`,
      done: () => dialog.close(),
      failed: (sentence) => problem.replaceChildren(sentence),
    });
  });
}

/** What is filled in, each value in its own type. @param {HTMLFormElement} form */
function optionsOf(form) {
  /** @type {Record<string, string | number | boolean>} */
  const options = {};
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === 'checkbox') {
      if (control.checked) options[control.name] = true;
    } else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
      if (control.value !== '')
        options[control.name] = control.type === 'number' ? Number(control.value) : control.value;
    }
  }
  return options;
}
