// @ts-check
import { catalogue, refreshCatalogue } from './catalogue.js';
import { inputIn, say, startComposer } from './composer.js';
import { listenToControls } from './controls.js';
import { byId, element, one } from './element.js';
import { offerRetry } from './exchange.js';
import { panes } from './panes.js';
import { Unanswered } from './server.js';
import { goTo, startSidebar } from './sidebar.js';
import { listen } from './stream.js';
import { startCounting } from './times.js';
import { currentPane, currentView, wide } from './view.js';

/** @typedef {import('./pane.js').Pane} Pane */

/** @param {Pane} pane */
function open(pane) {
  startComposer(pane);
  listenToControls(pane);
  pane.element.addEventListener('focusin', () => {
    if (currentView().member !== pane.member) goTo({ member: pane.member });
  });
  byId('panes').append(pane.element);
}

/** @param {Pane} pane */
function offerExamples(pane) {
  const items = catalogue().examples.map((line) => {
    const button = element('button', { type: 'button', class: 'button' }, line);
    button.addEventListener('click', () => say(line, pane));
    return element('li', {}, button);
  });
  one(pane.element, '.examples', HTMLElement).replaceChildren(...items);
}

async function start() {
  try {
    await refreshCatalogue();
    byId('outage').replaceChildren();
    panes.forEach(offerExamples);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    offerRetry(error.message, start);
  }
}

panes.forEach(open);
startSidebar();
goTo({});
byId('skip').addEventListener('click', (event) => {
  event.preventDefault();
  inputIn(currentPane()).focus();
});
byId('side-by-side').addEventListener('click', () => goTo({ beside: !currentView().beside }));
wide.addEventListener('change', () => goTo({}));
startCounting();
listen();
start();
