// @ts-check
import { element } from './element.js';

const time = new Intl.DateTimeFormat([], { timeStyle: 'medium' });
const dateAndTime = new Intl.DateTimeFormat([], { dateStyle: 'medium', timeStyle: 'medium' });

/** Shows the moments of a message in the reader's own time, each with the time that is left. @param {Element} body */
export function showLocally(body) {
  for (const moment of body.querySelectorAll('time')) {
    const at = new Date(moment.dateTime);
    const today = at.toDateString() === new Date().toDateString();
    moment.textContent = (today ? time : dateAndTime).format(at);
    // A timer is read out when it is asked for, not each time it changes (ARIA 1.2, role timer).
    const left = element('span', { class: 'left', role: 'timer', 'aria-live': 'off' }, leftUntil(at));
    left.dataset.until = moment.dateTime;
    moment.after(left);
  }
}

/** Counts down whatever is on the page. */
export function startCounting() {
  setInterval(() => {
    for (const left of document.querySelectorAll('.left')) {
      const until = left instanceof HTMLElement && leftUntil(new Date(left.dataset.until ?? ''));
      if (typeof until === 'string' && left.textContent !== until) left.textContent = until;
    }
  }, 250);
}

/** Empty once it is past. @param {Date} moment */
function leftUntil(moment) {
  const seconds = Math.ceil((moment.getTime() - Date.now()) / 1000);
  if (!(seconds > 0)) return '';
  return ` (in ${rough(seconds)})`.replaceAll(/(?<=\S) /g, '\u00a0'); // on one line
}

/** @param {number} seconds */
function rough(seconds) {
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 100) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
