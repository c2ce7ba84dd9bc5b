// @ts-check
import { add, currentView } from './conversation.js';
import { byId, element } from './element.js';
import { answerEntry, saidEntry } from './entry.js';
import { openForm } from './form.js';
import { post, Unanswered } from './server.js';

/**
 * One thing a member does, and what becomes of it.
 *
 * @typedef {object} Exchange
 * @property {import('./typed.js').Input} input
 * @property {string} [via] what stands above the answer: `used /aws shield`
 * @property {string} [said] what stands in the conversation as the member's own message
 * @property {import('./entry.js').Entry} [clicked] the message whose button it was
 * @property {() => void} [done] called once it is answered
 * @property {(sentence: string) => void} [failed] called when it is not; without it the page says so and offers to try again
 */

const pending = byId('pending');
const outage = byId('outage');
let underWay = 0;

/** Does it as the member and in the place that are shown now. @param {Exchange} exchange */
export function send(exchange) {
  return deliver(exchange, currentView());
}

/** @param {Exchange} exchange @param {import('./conversation.js').View} view */
async function deliver(exchange, view) {
  const { input, via = '', said, clicked } = exchange;
  const { member, place } = view;
  wait(+1);
  try {
    const answer = await post({ member, place: { id: place.id, direct: place.direct }, input });
    outage.replaceChildren();
    if (said !== undefined) add(saidEntry(place.id, member, said));
    exchange.done?.();
    if (answer.kind === 'form') return openForm(answer, (next) => deliver(next, view));
    const instead = answer.replace && clicked?.onlyFor ? clicked : undefined;
    add(answerEntry(place.id, member, via, answer), instead);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    if (exchange.failed) exchange.failed(error.message);
    else offerRetry(error.message, () => deliver(exchange, view));
  } finally {
    wait(-1);
  }
}

/** Says what failed beside a button that tries it again. @param {string} sentence @param {() => void} retry */
export function offerRetry(sentence, retry) {
  const again = element('button', { type: 'button', class: 'button' }, 'Try again');
  again.addEventListener('click', retry);
  outage.replaceChildren(element('p', {}, sentence), again);
}

/** @param {1 | -1} change */
function wait(change) {
  underWay += change;
  pending.textContent = underWay > 0 ? 'Studyhall is looking…' : '';
}
