// @ts-check
import { refreshCatalogue } from './catalogue.js';
import { makeCombobox } from './combobox.js';
import { add, currentView } from './conversation.js';
import { byId } from './element.js';
import { saidEntry } from './entry.js';
import { send } from './exchange.js';
import { Unanswered } from './server.js';
import { offersFor } from './suggestions.js';
import { inputOf } from './typed.js';

const input = /** @type {HTMLInputElement} */ (byId('composer-input'));
const box = makeCombobox(input, byId('suggestions'), async (typed) => {
  try {
    if (typed === '/') await refreshCatalogue();
    return await offersFor(typed);
  } catch (error) {
    if (error instanceof Unanswered) return []; // what is typed can still be sent, and sending says what is wrong
    throw error;
  }
});

byId('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  box.close();
  say(input.value);
});

/** Sends a line as if it had been typed. What is typed stays until it has been answered. @param {string} line */
export function say(line) {
  const typed = line.trim();
  const { member, place } = currentView();
  if (typed === '') return;
  const done = () => {
    if (input.value === line) input.value = '';
  };
  const meant = inputOf(typed, place.direct);
  if (!meant) {
    add(saidEntry(place.id, member, typed));
    done();
  } else if (meant.kind === 'line') send({ input: meant, via: `used ${typed}`, done });
  else send({ input: meant, said: typed, done });
}
