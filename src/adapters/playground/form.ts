import { html } from 'hono/html';
import type { Given, Option } from '../../chat/options.ts';
import type { Form } from '../../chat/reply.ts';
import type { Html } from './render.ts';

type GivenValue = Given[string] | undefined;

/** A form with what is given already filled in; the page puts it into a dialog. Its controls are in the order of the options. */
export function renderForm({ options, given }: Form): Html {
  const fields = Object.entries(options).map(([name, option]) => field(name, option, given[name]));
  return html`<form>${fields}</form>`;
}

function field(name: string, option: Option, value: GivenValue): Html {
  const id = `option-${name}`;
  const label = html`<label for="${id}">${titled(name)}${option.required ? '' : ' (optional)'}</label>`;
  const hint = html`<p class="hint" id="${id}-hint">${option.summary}</p>`;
  const box = control(name, option, value);
  return option.type === 'flag'
    ? html`<div class="field flag">${box}<label for="${id}">${titled(name)}</label>${hint}</div>`
    : html`<div class="field">${label}${hint}${box}</div>`;
}

function control(name: string, option: Option, value: GivenValue): Html {
  const id = `option-${name}`;
  const required = option.required ? html`required` : '';
  const common = html`id="${id}" name="${name}" aria-describedby="${id}-hint" ${required}`;
  switch (option.type) {
    case 'text':
      return html`<input type="text" ${common} maxlength="${option.longest ?? 200}" value="${value ?? ''}" autocomplete="off">`;
    case 'integer':
      return html`<input type="number" ${common} min="${option.min}" max="${option.max}" step="1" value="${value ?? ''}">`;
    case 'flag':
      return html`<input type="checkbox" ${common} ${value === true ? html`checked` : ''}>`;
    case 'choice':
      return html`<select ${common}>${option.required ? '' : html`<option value=""></option>`}${option.choices.map(
        (choice) =>
          html`<option value="${choice.value}" ${choice.value === value ? html`selected` : ''}>${choice.label}</option>`,
      )}</select>`;
    default:
      return option satisfies never;
  }
}

/** `keep-order` as `Keep order`. */
function titled(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll(/[-_]/g, ' ');
}
