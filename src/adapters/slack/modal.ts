import type { types } from '@slack/bolt';
import type { Command } from '../../chat/command.ts';
import { text } from '../../chat/markup.ts';
import type { Message } from '../../chat/message.ts';
import { type Given, type Option, optionsIn } from '../../chat/options.ts';
import { limits } from './limits.ts';
import { render } from './render.ts';
import { shorten } from './split.ts';

/** Where a form was asked for, so that what comes of it is answered there. Slack hands it back with the form, unseen by members. */
export interface Origin {
  channel?: string;
  responseUrl?: string;
  thread?: string;
}

/** What Slack reports of one filled field. */
interface Field {
  value?: string | null;
  selected_option?: { value: string } | null;
  selected_options?: readonly { value: string }[];
}

const FORM = 'form:';
const FIELD = 'value';

const say = {
  send: 'Send',
  cancel: 'Cancel',
  close: 'Close',
  yes: 'Yes',
  name: 'Studyhall',
  more: 'There is more than a page here can show. Ask me in a direct message to see all of it.',
};

/** The form for a command's options, prefilled with what is given; what is given but does not fit is left out. */
export function formView(command: Command, given: Given, origin: Origin): types.ModalView {
  return {
    type: 'modal',
    callback_id: FORM + command.name,
    private_metadata: JSON.stringify(origin),
    title: plainly(shorten(`/${command.name}`, limits.viewTitle)),
    submit: plainly(say.send),
    close: plainly(say.cancel),
    blocks: optionsIn(command.options, 'quiet').map(([name, option]) => ({
      type: 'input',
      block_id: name,
      label: plainly(option.summary),
      optional: option.type === 'flag' || !option.required,
      element: field(option, given[name]),
    })),
  };
}

/** Which command a form was for, where it was asked for, and what stands in it; undefined for a view that is no form. */
export function readForm(view: {
  callback_id: string;
  private_metadata: string;
  state: { values: Record<string, Record<string, Field>> };
}): { command: string; origin: Origin; options: Given } | undefined {
  if (!view.callback_id.startsWith(FORM)) return undefined;
  const options: Record<string, string | boolean> = {};
  for (const [name, { [FIELD]: entered }] of Object.entries(view.state.values)) {
    const value = entered?.value ?? entered?.selected_option?.value;
    if (entered?.selected_options) options[name] = entered.selected_options.length > 0;
    else if (value) options[name] = value;
  }
  const origin: Origin = JSON.parse(view.private_metadata);
  return { command: view.callback_id.slice(FORM.length), origin, options };
}

/** A message as a window of its own: what answers clicks where there is no channel. */
export function messageView(message: Message): types.ModalView {
  return {
    type: 'modal',
    title: plainly(say.name),
    close: plainly(say.close),
    blocks: viewBlocks(message),
  };
}

/** A message as the bot's own page. */
export function homeView(message: Message): types.HomeView {
  return { type: 'home', blocks: viewBlocks(message) };
}

function viewBlocks(message: Message): types.KnownBlock[] {
  const blocks = render(message).flatMap((payload) => payload.blocks);
  if (blocks.length <= limits.blocksInView) return blocks;
  const [more] = render([{ kind: 'text', text: text(say.more) }]).flatMap((payload) => payload.blocks);
  return [...blocks.slice(0, limits.blocksInView - 1), ...(more ? [{ ...more, block_id: 'more' }] : [])];
}

function field(option: Option, given: string | number | boolean | undefined): types.InputBlockElement {
  switch (option.type) {
    case 'text': {
      const longest = Math.min(option.longest ?? 200, limits.input);
      const fits = given !== undefined && String(given).length <= longest;
      return {
        type: 'plain_text_input',
        action_id: FIELD,
        max_length: longest,
        ...(fits && { initial_value: String(given) }),
      };
    }
    case 'integer': {
      const number = Number(given ?? Number.NaN);
      return {
        type: 'number_input',
        action_id: FIELD,
        is_decimal_allowed: false,
        min_value: String(option.min),
        max_value: String(option.max),
        ...(Number.isInteger(number) &&
          number >= option.min &&
          number <= option.max && { initial_value: String(number) }),
      };
    }
    case 'flag': {
      const yes = choosable(say.yes, 'true');
      return {
        type: 'checkboxes',
        action_id: FIELD,
        options: [yes],
        ...(String(given) === 'true' && { initial_options: [yes] }),
      };
    }
    case 'choice': {
      const options = option.choices.map(({ label, value }) => choosable(label, value));
      const chosen = options.find(({ value }) => value === given);
      return {
        type: 'static_select',
        action_id: FIELD,
        options,
        ...(chosen && { initial_option: chosen }),
      };
    }
    default:
      return option satisfies never;
  }
}

function choosable(label: string, value: string) {
  return { text: plainly(shorten(label, limits.optionText)), value };
}

function plainly(value: string): types.PlainTextElement {
  return { type: 'plain_text', text: value, emoji: false };
}
