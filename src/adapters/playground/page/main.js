// @ts-check
import { catalogue, refreshCatalogue } from './catalogue.js';
import { say } from './composer.js';
import { currentView, show } from './conversation.js';
import { byId, element } from './element.js';
import { avatar } from './entry.js';
import { offerRetry } from './exchange.js';
import './log.js';
import { bot, members, placesOf } from './people.js';
import { Unanswered } from './server.js';

/** @typedef {import('./conversation.js').View} View */

/** Draws all that depends on who looks and where. @param {View} view */
function look(view) {
  const { member, place } = view;
  show(view);
  byId('place-name').textContent = place.title;
  byId('places').replaceChildren(...placesOf(member).map((one) => placeElement(view, one)));
  const input = byId('composer-input');
  byId('composer-label').textContent = place.direct
    ? `Write to ${bot.name} as ${member.name}`
    : `Write in ${place.title} as ${member.name}`;
  input.setAttribute('placeholder', place.direct ? 'Ask anything, or type /' : 'Type / for the commands');
  byId('welcome-text').textContent = place.direct
    ? `Here ${bot.name} talks with ${member.name} alone. Write a question as it comes to mind.`
    : `Type / for the commands, or begin with @${bot.name} and write a question as it comes to mind.`;
}

/** @param {View} view @param {import('./people.js').Place} place */
function placeElement({ member, place: current }, place) {
  const here = place.id === current.id;
  const button = element('button', { type: 'button', 'aria-current': here && 'page' }, place.title);
  button.addEventListener('click', () => {
    look({ member, place });
    byId('composer-input').focus();
  });
  return element('li', {}, button);
}

/** @param {import('./people.js').Member} member */
function memberElement(member) {
  const radio = element('input', { type: 'radio', name: 'member', value: member.id });
  radio.checked = member.id === currentView().member.id;
  radio.addEventListener('change', () => {
    const [channel, direct] = placesOf(member);
    look({ member, place: currentView().place.direct ? direct : channel });
  });
  return element('label', {}, radio, avatar(member), element('span', {}, member.name));
}

/** @param {string} line */
function exampleElement(line) {
  const button = element('button', { type: 'button', class: 'button' }, line);
  button.addEventListener('click', () => say(line));
  return element('li', {}, button);
}

async function start() {
  try {
    await refreshCatalogue();
    byId('outage').replaceChildren();
    byId('examples').replaceChildren(...catalogue().examples.map(exampleElement));
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    offerRetry(error.message, start);
  }
}

byId('people').replaceChildren(...members.map(memberElement));
look(currentView());
start();
