// @ts-check
import { element } from './element.js';
import { bot } from './people.js';
import { showLocally } from './times.js';

/** @typedef {import('./people.js').Member} Member */
/** @typedef {import('../show.ts').Shown} Shown */

/**
 * Something in a conversation: what a member wrote, or a message of the bot.
 *
 * @typedef {object} Entry
 * @property {string} place
 * @property {Member} author
 * @property {number} at milliseconds since 1970
 * @property {string} [said] what a member wrote
 * @property {Shown} [shown] what the bot says
 * @property {string} [via] what it answers: `Ana used /aws shield`
 * @property {Entry} [replyTo] the message that it answers
 * @property {Member} [onlyFor] the one member who may see it
 * @property {boolean} [unheard] said to the other members: the bot does not answer it
 * @property {boolean} [old] no news when it appears: it is not announced
 */

const clock = new Intl.DateTimeFormat([], { hour: 'numeric', minute: '2-digit' });

/** @param {string} place @param {Member} author @param {string} said @returns {Entry} */
export function saidEntry(place, author, said) {
  return { place, author, at: Date.now(), said };
}

/**
 * @param {string} place
 * @param {Member} asker
 * @param {string} via what the asker did: `used /aws shield`; empty where that stands in the conversation already
 * @param {Extract<import('../answer.ts').Answer, { kind: 'message' }>} answer
 * @returns {Entry}
 */
export function answerEntry(place, asker, via, answer) {
  return {
    place,
    author: bot,
    at: Date.now(),
    shown: answer,
    ...(via && { via: `${asker.name} ${via}` }),
    ...(answer.visibility === 'private' && { onlyFor: asker }),
  };
}

/** An entry as an article of a log. @param {Entry} entry */
export function articleOf(entry) {
  const { author, at, via, replyTo, onlyFor, unheard, old } = entry;
  const time = element('time', { datetime: new Date(at).toISOString() }, clock.format(at));
  const more = element(
    'button',
    { type: 'button', class: 'more', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
    element('span', { 'aria-hidden': 'true' }, '⋯'),
    element('span', { class: 'out-of-sight' }, `Menu of the message by ${author.name}`),
  );
  return element(
    'article',
    {
      class: onlyFor ? 'entry alone' : 'entry',
      'data-author': author.id,
      'aria-label': author.name,
      'aria-live': old === true && 'off',
      tabindex: '-1',
    },
    ...(via ? [element('p', { class: 'via' }, via)] : []),
    ...(replyTo ? [replyElement(replyTo)] : []),
    avatar(author),
    element(
      'header',
      {},
      element('span', { class: 'name' }, author.name),
      time,
      ...(onlyFor ? [element('span', { class: 'only' }, 'Only you can see this')] : []),
      ...(unheard
        ? [element('span', { class: 'only' }, `To ask ${bot.name}, begin with / or @${bot.name}`)]
        : []),
    ),
    bodyOf(entry),
    more,
  );
}

/** What an entry says, with its controls. @param {Entry} entry */
export function bodyOf({ said, shown }) {
  if (!shown) return element('div', { class: 'body' }, element('p', {}, said ?? ''));
  const body = element('div', { class: 'body card' });
  body.innerHTML = shown.html; // escaped by the server's renderer
  showLocally(body);
  return body;
}

/** What an entry says, line by line, without its controls. @param {Entry} entry */
export function textOf(entry) {
  const parts = [...bodyOf(entry).querySelectorAll('h3, h4, p, li, th, td, legend, .option')];
  return parts.map((part) => part.textContent?.trim()).join('\n');
}

/** @param {Entry} entry */
function replyElement(entry) {
  const [first = ''] = textOf(entry).split('\n');
  return element('button', { type: 'button', class: 'via reply' }, `In reply to “${first}”`);
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
