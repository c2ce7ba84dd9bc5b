// @ts-check
import { element } from './element.js';

/** Opens a titled dialog that Escape, its button and a click beside it close; the browser keeps and returns the focus. @param {string} title @param {...Node} content */
export function openDialog(title, ...content) {
  const close = element('button', { type: 'button', class: 'close', 'aria-label': 'Close' }, '×');
  const heading = element('h2', { id: 'dialog-title' }, title);
  const dialog = element(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'dialog-title', closedby: 'any' },
    element('header', {}, heading, close),
    ...content,
  );
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  const first = dialog.querySelector('input, select');
  if (first instanceof HTMLElement) first.focus();
  return dialog;
}

/** Shows a payload as JSON. @param {string} title @param {unknown} payload */
export function openPayload(title, payload) {
  const json = JSON.stringify(payload, null, 2);
  const code = element(
    'pre',
    { class: 'payload', tabindex: '0', 'aria-label': 'Payload' },
    element('code', {}, json),
  );
  const copy = element('button', { type: 'button', class: 'button' }, 'Copy');
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(json);
    copy.textContent = 'Copied';
  });
  const hint = element(
    'p',
    { class: 'summary' },
    'What the renderer of that platform makes of this message.',
  );
  openDialog(title, hint, code, element('div', { class: 'actions' }, copy));
}
