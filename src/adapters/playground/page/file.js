// @ts-check
import { element } from './element.js';

/** Saves a file as the browser saves downloads. @param {string} name @param {string} content percent-encoded */
export function saveFile(name, content) {
  const href = URL.createObjectURL(new Blob([decodeURIComponent(content)]));
  element('a', { href, download: name }).click();
  URL.revokeObjectURL(href);
}
