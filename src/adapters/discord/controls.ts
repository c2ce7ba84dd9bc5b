import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { letterOptions } from '../../chat/choice.ts';
import { link, type Markup, text } from '../../chat/markup.ts';
import type { Button, ButtonsPart, ChoicePart, Message } from '../../chat/message.ts';
import { clean, safeUrl } from './escape.ts';
import { limits } from './limits.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** All controls of a message in order, in rows. Of buttons that do the very same only the first is kept: Discord takes an id once. */
export function controlRows(message: Message): Row[] {
  const seen = new Set<string>();
  const isNew = (one: APIButtonComponent) => {
    if (!('custom_id' in one)) return true;
    const known = seen.has(one.custom_id);
    seen.add(one.custom_id);
    return !known;
  };
  return message.flatMap((part) => {
    if (part.kind === 'buttons') return rows(part.buttons.flatMap(button).filter(isNew));
    if (part.kind !== 'choice') return [];
    const buttons = choiceButtons(part);
    return buttons ? rows(buttons.filter(isNew)) : [select(part)];
  });
}

/** What of a part's buttons does not fit on a control: the text has it too. */
export function longLabels({ buttons }: ButtonsPart): Markup[] {
  return buttons.flatMap((one): Markup[] => {
    if ('url' in one && button(one).length === 0)
      return [safeUrl(one.url) ? link(one.label, one.url) : text(`${one.label} (${one.url})`)];
    return one.label.length > limits.buttonLabel ? [text(one.label)] : [];
  });
}

/** Reads a click back: the action, and the values picked. */
export function clickOf(customId: string): { action: string; values: string[] } {
  const at = customId.indexOf(VALUE);
  if (at < 0) return { action: customId, values: [] };
  return { action: customId.slice(0, at), values: [customId.slice(at + 1)] };
}

/** Stands between action and value in the id of a choice's button; no action id has it. */
const VALUE = '=';

/** One button; none for an address that no button can hold. */
function button(one: Button): APIButtonComponent[] {
  const label = shortened(one.label);
  if ('url' in one) {
    const url = safeUrl(one.url);
    if (url === undefined || url.length > limits.buttonUrl) return [];
    return [{ type: ComponentType.Button, style: ButtonStyle.Link, label, url }];
  }
  const style = one.primary ? ButtonStyle.Primary : ButtonStyle.Secondary;
  return [{ type: ComponentType.Button, style, label, custom_id: one.action }];
}

function shortened(label: string): string {
  const whole = clean(label).trim() || '…';
  if (whole.length <= limits.buttonLabel) return whole;
  return `${whole.slice(0, limits.buttonLabel - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A button an option, where one is to be picked; undefined where only a select can hold the choice. */
function choiceButtons(part: ChoicePart): APIButtonComponent[] | undefined {
  const buttons = letterOptions(part, limits.buttonLabel).options.map(({ label, value }) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label: clean(label).trim(),
    custom_id: `${part.action}${VALUE}${value}`,
  }));
  const fit = buttons.every(({ custom_id }) => custom_id.length <= limits.customId);
  return part.picks === 1 && fit ? buttons : undefined;
}

function select(part: ChoicePart): Row {
  const values = new Set(part.options.map(({ value }) => value));
  const options = letterOptions(part, limits.buttonLabel).options.filter(({ value }) => values.delete(value));
  const picks = Math.min(part.picks, options.length);
  const prompt = clean(part.prompt).trim();
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: part.action,
        placeholder: prompt !== '' && prompt.length <= limits.selectPlaceholder ? prompt : `Choose ${picks}`,
        min_values: picks,
        max_values: picks,
        options: options.map(({ label, value }) => ({ label: clean(label).trim(), value })),
      },
    ],
  };
}

/** Rows as even as can be: six buttons are three and three. */
function rows(buttons: readonly APIButtonComponent[]): Row[] {
  const inRow = Math.ceil(buttons.length / Math.ceil(buttons.length / limits.buttonsInRow));
  const out: Row[] = [];
  for (let at = 0; at < buttons.length; at += inRow)
    out.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + inRow) });
  return out;
}
