import { UserError } from '../chat/errors.ts';
import type { House } from '../runtime/house.ts';
import { usual } from '../runtime/settings.ts';

function closed(): never {
  throw new UserError('That needs the running program: start it with npm start.');
}

/** For a terminal without the program: decks can be asked, nothing is kept. */
export const closedHouse: House = {
  rounds: { start: closed, at: closed, act: closed, forget: closed },
  solos: { start: closed, get: closed, answer: closed, score: closed },
  tips: {
    subscribe: closed,
    at: closed,
    remove: closed,
    pause: closed,
    resume: closed,
    preview: closed,
    postNow: closed,
  },
  dailies: { get: closed, answer: closed, show: closed },
  settings: { of: () => usual, change: closed },
  store: {
    rounds: { get: closed, lastDeck: closed },
    records: { leaderboard: closed, score: closed, progress: closed, mistakes: closed },
    members: { hide: closed, everything: closed },
    reports: { add: closed, since: closed, list: closed },
  },
  permissions: closed,
  timeZone: closed,
  linkTo: closed,
};
