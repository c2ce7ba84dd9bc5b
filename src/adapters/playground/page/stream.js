// @ts-check
import { byId } from './element.js';
import { edited, posted, standing } from './posts.js';

/** Milliseconds without any sign of the server, which gives one every 15 s. */
const TOO_SILENT = 40_000;
/** Milliseconds until the next try, where the browser has given up. */
const RETRY = 2000;

/** Listens to what the bot posts by itself, for as long as the page is open. */
export function listen() {
  const source = new EventSource('/playground/stream');
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @param {number} ms */
  const startAgainIn = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      source.close();
      listen();
    }, ms);
  };
  /** @param {string} event @param {(data: string) => void} hear */
  const on = (event, hear) =>
    source.addEventListener(event, ({ data }) => {
      startAgainIn(TOO_SILENT);
      byId('connection').textContent = '';
      hear(data);
    });
  on('standing', (posts) => standing(JSON.parse(posts)));
  on('post', (post) => posted(JSON.parse(post)));
  on('edit', (post) => edited(JSON.parse(post)));
  on('beat', () => {});
  source.addEventListener('error', () => {
    byId('connection').textContent = 'Reconnecting…';
    if (source.readyState === EventSource.CLOSED) startAgainIn(RETRY);
  });
  startAgainIn(TOO_SILENT);
}
