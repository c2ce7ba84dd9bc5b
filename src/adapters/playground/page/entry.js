// @ts-check
import { element } from './element.js';
import { bot } from './people.js';

/** @typedef {import('./people.js').Member} Member */
/** @typedef {Extract<import('../answer.ts').Answer, { kind: 'message' }>} Shown */

/**
 * Something in a conversation: what a member wrote, or an answer of the bot.
 *
 * @typedef {object} Entry
 * @property {string} place
 * @property {Member} author
 * @property {Member} [onlyFor] the one member who may see it
 * @property {Shown['payloads']} [payloads] what other platforms would be sent
 * @property {HTMLElement} node
 */

const clock = new Intl.DateTimeFormat([], { hour: 'numeric', minute: '2-digit' });

/** @param {string} place @param {Member} author @param {string} said @returns {Entry} */
export function saidEntry(place, author, said) {
  const body = element('div', { class: 'body' }, element('p', {}, said));
  return { place, author, node: article(author, '', false, body) };
}

/**
 * @param {string} place
 * @param {Member} asker
 * @param {string} via what the asker did: `used /aws shield`; empty where that stands in the conversation already
 * @param {Shown} answer
 * @returns {Entry}
 */
export function answerEntry(place, asker, via, answer) {
  const alone = answer.visibility === 'private';
  const body = element('div', { class: 'body card' });
  body.innerHTML = answer.html; // escaped by the server's renderer
  const node = article(bot, via && `${asker.name} ${via}`, alone, body);
  return { place, author: bot, node, payloads: answer.payloads, ...(alone && { onlyFor: asker }) };
}

/** @param {Entry} entry @param {Member} member */
export function visibleTo({ onlyFor }, member) {
  return onlyFor === undefined || onlyFor.id === member.id;
}

/** What a message says, line by line, without its controls. @param {Entry} entry */
export function textOf({ node }) {
  const body = node.querySelector('.body');
  const parts = body ? [...body.querySelectorAll('h3, h4, p, li, th, td, legend, .option')] : [];
  return parts.map((part) => part.textContent?.trim()).join('\n');
}

/** @param {Member} author @param {string} via @param {boolean} alone @param {HTMLElement} body */
function article(author, via, alone, body) {
  const now = new Date();
  const time = element('time', { datetime: now.toISOString() }, clock.format(now));
  const more = element(
    'button',
    { type: 'button', class: 'more', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
    element('span', { 'aria-hidden': 'true' }, '⋯'),
    element('span', { class: 'out-of-sight' }, `Menu of the message by ${author.name}`),
  );
  return element(
    'article',
    {
      class: alone ? 'entry alone' : 'entry',
      'data-author': author.id,
      'aria-label': author.name,
      tabindex: '-1',
    },
    ...(via ? [element('p', { class: 'via' }, via)] : []),
    avatar(author),
    element(
      'header',
      {},
      element('span', { class: 'name' }, author.name),
      time,
      ...(alone ? [element('span', { class: 'only' }, 'Only you can see this')] : []),
    ),
    body,
    more,
  );
}

/** @param {Member} member */
export function avatar(member) {
  if (member.id === bot.id)
    return element('img', {
      class: 'avatar',
      src: '/playground/icon.svg',
      alt: '',
      width: '36',
      height: '36',
    });
  return element(
    'span',
    { class: 'avatar', 'data-member': member.id, 'aria-hidden': 'true' },
    member.name.charAt(0),
  );
}
