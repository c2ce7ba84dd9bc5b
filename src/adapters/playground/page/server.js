// @ts-check

/** @typedef {import('../event.ts').Posted} Posted */
/** @typedef {import('../answer.ts').Answer} Answer */
/** @typedef {import('../catalogue.ts').Catalogue} Catalogue */
/** @typedef {import('../../../chat/options.ts').Suggestion} Suggestion */

/** The server did not answer, or refused; the message is a sentence for whoever sits at the page. */
export class Unanswered extends Error {}

/** @param {Posted} event @returns {Promise<Answer>} */
export function post(event) {
  const headers = { 'Content-Type': 'application/json' };
  return json('/playground/events', { method: 'POST', headers, body: JSON.stringify(event) });
}

/** @returns {Promise<Catalogue>} */
export function commands() {
  return json('/playground/commands');
}

/** @param {string} command @param {string} option @param {string} typed @returns {Promise<Suggestion[]>} */
export function suggest(command, option, typed) {
  return json(`/playground/suggest?${new URLSearchParams({ command, option, typed })}`);
}

/** @param {string} path @param {RequestInit} [init] */
async function json(path, init) {
  const response = await fetch(path, init).catch(() => {
    throw new Unanswered('Studyhall does not answer. Is it still running in the terminal?');
  });
  if (!response.ok) throw new Unanswered(await response.text());
  return response.json();
}
