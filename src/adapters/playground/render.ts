import { html } from 'hono/html';
import { letterOptions } from '../../chat/choice.ts';
import { clock, type Inline, type Markup, plain } from '../../chat/markup.ts';
import type { Button, ChoicePart, FilePart, Message, Part, TablePart } from '../../chat/message.ts';

/** HTML whose every value has been escaped by hono's template; nested pieces may still be promised. */
export type Html = ReturnType<typeof html>;

/** A message as the page shows it: one HTML element a part, in order, with the ids of actions in `data-action`. */
export function render(message: Message): Html {
  return html`${message.map(part)}`;
}

function part(part: Part): Html {
  switch (part.kind) {
    case 'text':
      return part.heading ? html`<h3>${inlines(part.text)}</h3>` : html`<p>${inlines(part.text)}</p>`;
    case 'facts':
      return html`${title(part.title)}<ul>${part.items.map((item) => html`<li>${inlines(item)}</li>`)}</ul>`;
    case 'table':
      return table(part);
    case 'note':
      return html`<p class="note">${inlines(part.text)}</p>`;
    case 'buttons':
      return html`<div class="buttons">${part.buttons.map(button)}</div>`;
    case 'choice':
      return part.picks === 1 ? pickOne(part) : pickSeveral(part);
    case 'file':
      return file(part);
    default:
      return part satisfies never;
  }
}

function inlines(markup: Markup): Html[] {
  return markup.map(inline);
}

function inline(inline: Inline): Html {
  switch (inline.kind) {
    case 'text':
      return html`${inline.text}`;
    case 'code':
      return html`<code>${inline.text}</code>`;
    case 'strong':
      return html`<strong>${inlines(inline.children)}</strong>`;
    case 'emphasis':
      return html`<em>${inlines(inline.children)}</em>`;
    case 'link':
      return link(inline.url, inlines(inline.children));
    case 'break':
      return html`<br>`;
    case 'time':
      return html`<time datetime="${new Date(inline.at).toISOString()}">${clock(inline.at)}</time>`;
    default:
      return inline satisfies never;
  }
}

/** An address that is not of the web is left out; its words stay. */
function link(url: string, words: Html[] | string, look?: string): Html {
  if (!/^https?:\/\//i.test(url)) return html`${words}`;
  return html`<a href="${url}" target="_blank" rel="noopener noreferrer"${look && html` class="${look}"`}>${words}</a>`;
}

function title(markup: Markup | undefined): Html | undefined {
  return markup && html`<h4>${inlines(markup)}</h4>`;
}

function table({ title: name, columns, rows }: TablePart): Html {
  const cell = (markup: Markup, index: number) =>
    index === 0 ? html`<th scope="row">${inlines(markup)}</th>` : html`<td>${inlines(markup)}</td>`;
  return html`${title(name)}<div class="table"><table>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}</tbody>
</table></div>`;
}

function button(button: Button): Html {
  if ('url' in button) return link(button.url, button.label, 'button');
  const look = button.primary ? 'button primary' : 'button';
  return html`<button type="button" class="${look}" data-action="${button.action}">${button.label}</button>`;
}

/** One click answers. */
function pickOne(choice: ChoicePart): Html {
  const options = lettered(choice).map(
    ({ letter, value, wording }) =>
      html`<button type="button" class="option" data-action="${choice.action}" data-value="${value}"><span class="letter">${letter}</span> <span>${wording}</span></button>`,
  );
  return html`<fieldset class="choice"><legend>${choice.prompt}</legend>${options}</fieldset>`;
}

/** Ticks first, then one button answers with all of them. */
function pickSeveral(choice: ChoicePart): Html {
  const options = lettered(choice).map(
    ({ letter, value, wording }) =>
      html`<label class="option"><input type="checkbox" name="pick" value="${value}"><span class="letter">${letter}</span> <span>${wording}</span></label>`,
  );
  return html`<form class="choice" data-action="${choice.action}" data-picks="${choice.picks}"><fieldset><legend>${choice.prompt}</legend>${options}</fieldset><button class="button primary">Answer with ${choice.picks}</button></form>`;
}

/** The page saves it on a click. The content is encoded, so that no line end or control character is changed on its way through HTML. */
function file({ name, content }: FilePart): Html {
  const encoded = encodeURIComponent(content.toWellFormed());
  return html`<button type="button" class="button file" data-file="${name}" data-content="${encoded}">Save ${name}</button>`;
}

/** A page has room for any wording, so it always stands on its control. */
function lettered(choice: ChoicePart) {
  return letterOptions(choice, Number.POSITIVE_INFINITY).options.map(({ letter, value }, index) => ({
    letter,
    value,
    wording: plain(choice.options[index]?.text ?? []),
  }));
}
