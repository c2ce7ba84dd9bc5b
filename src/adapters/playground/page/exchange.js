// @ts-check
import { byId, element } from './element.js';
import { answerEntry, saidEntry } from './entry.js';
import { openForm } from './form.js';
import { add, replace } from './panes.js';
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

const outage = byId('outage');

/** Does it as the member and in the place of a pane. @param {Exchange} exchange @param {import('./pane.js').Pane} pane */
export async function send(exchange, pane) {
  const { input, via = '', said, clicked } = exchange;
  const { member, place } = pane;
  pane.wait(+1);
  try {
    const answer = await post({ member, place: { id: place.id, direct: place.direct }, input });
    outage.replaceChildren();
    if (said !== undefined) add(saidEntry(place.id, member, said));
    exchange.done?.();
    if (answer.kind === 'form') return openForm(answer, (next) => send(next, pane));
    const entry = answerEntry(place.id, member, via, answer);
    if (answer.replace && clicked?.onlyFor) return replace(clicked, entry);
    add(entry);
    pane.toEnd();
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    if (exchange.failed) exchange.failed(error.message);
    else offerRetry(error.message, () => send(exchange, pane));
  } finally {
    pane.wait(-1);
  }
}

/** Says what failed beside a button that tries it again. @param {string} sentence @param {() => void} retry */
export function offerRetry(sentence, retry) {
  const again = element('button', { type: 'button', class: 'button' }, 'Try again');
  again.addEventListener('click', retry);
  outage.replaceChildren(element('p', {}, sentence), again);
}
