// @ts-check
import { refreshCatalogue } from './catalogue.js';
import { makeCombobox } from './combobox.js';
import { one } from './element.js';
import { saidEntry } from './entry.js';
import { send } from './exchange.js';
import { add } from './panes.js';
import { bot } from './people.js';
import { Unanswered } from './server.js';
import { offersFor } from './suggestions.js';
import { inputOf } from './typed.js';

/** @typedef {import('./pane.js').Pane} Pane */

/** Makes a pane's message box work. @param {Pane} pane */
export function startComposer(pane) {
  const { element, member, place } = pane;
  const input = inputIn(pane);
  const list = one(element, '.listbox', HTMLElement);
  list.id = `suggestions-${place.id}-${member.id}`;
  input.setAttribute('aria-controls', list.id);
  input.ariaLabel = place.direct
    ? `Write to ${bot.name} as ${member.name}`
    : `Write in ${place.title} as ${member.name}`;
  input.placeholder = place.direct ? 'Ask anything, or type /' : 'Type / for the commands';
  one(element, '.welcome-text', HTMLElement).textContent = place.direct
    ? `Here ${bot.name} talks with ${member.name} alone. Write a question as it comes to mind.`
    : `Type / for the commands, or begin with @${bot.name} and write a question as it comes to mind.`;

  const box = makeCombobox(input, list, async (typed) => {
    try {
      if (typed === '/') await refreshCatalogue();
      return await offersFor(typed);
    } catch (error) {
      if (error instanceof Unanswered) return []; // what is typed can still be sent, and sending says what is wrong
      throw error;
    }
  });
  one(element, '.composer', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    box.close();
    say(input.value, pane);
  });
}

/** @param {Pane} pane */
export function inputIn({ element }) {
  return one(element, '.composer input', HTMLInputElement);
}

/** Sends a line as if it had been typed. What is typed stays until it has been answered. @param {string} line @param {Pane} pane */
export function say(line, pane) {
  const { member, place } = pane;
  const input = inputIn(pane);
  const typed = line.trim();
  if (typed === '') return;
  const done = () => {
    if (input.value === line) input.value = '';
  };
  const meant = inputOf(typed, place.direct);
  if (!meant) {
    add({ ...saidEntry(place.id, member, typed), unheard: true });
    pane.toEnd();
    done();
  } else if (meant.kind === 'line') send({ input: meant, via: `used ${typed}`, done }, pane);
  else send({ input: meant, said: typed, done }, pane);
}
