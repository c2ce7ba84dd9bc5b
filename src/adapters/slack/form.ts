import type { types } from '@slack/bolt';
import type { Input } from '../../chat/event.ts';
import type { Option } from '../../chat/options.ts';
import type { Form } from '../../chat/reply.ts';
import { plainly } from './blocks.ts';
import { limits } from './limits.ts';
import { shorten } from './split.ts';

/** Where a form was asked for, so that what comes of it is answered there. Slack hands it back with the form, unseen by members. */
export interface Origin {
  channel?: string;
  responseUrl?: string;
  thread?: string;
}

/** A form as a member sent it. */
export interface Sent {
  origin: Origin;
  input: Input;
  /** The id of its first field, beside which Slack can show a sentence. */
  first: string;
}

interface View {
  callback_id: string;
  private_metadata: string;
  blocks: readonly { type: string; block_id?: string }[];
  state: { values: Record<string, Record<string, Field>> };
}

/** What Slack reports of one filled field. */
interface Field {
  value?: string | null;
  selected_option?: { value: string } | null;
  selected_options?: readonly { value: string }[];
}

const FIELD = 'value';

/** A flag's value when it is ticked; blank when it is not. */
const ON = 'true';

const say = { send: 'Send', cancel: 'Cancel', yes: 'Yes' };

/** A form as a window, prefilled with what is given; what is given but does not fit is left out. */
export function formView({ to, title, options, given }: Form, origin: Origin): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'command' in to ? `form:command:${to.command}` : `form:action:${to.action}`,
    private_metadata: JSON.stringify(origin),
    title: plainly(shorten(title, limits.viewTitle)),
    submit: plainly(say.send),
    close: plainly(say.cancel),
    blocks: Object.entries(options).map(([name, option]) => ({
      type: 'input',
      block_id: name,
      label: plainly(option.summary),
      optional: option.type === 'flag' || !option.required,
      element: field(option, given[name]),
    })),
  };
}

/** What a form was for, where it was asked for, and what stands in it; undefined for a view that is no form. */
export function readForm({ callback_id, private_metadata, blocks, state }: View): Sent | undefined {
  const [, kind, target] = /^form:(command|action):(.+)$/s.exec(callback_id) ?? [];
  if (target === undefined) return undefined;
  const entered = blocks
    .filter(({ type }) => type === 'input')
    .map(({ block_id: name = '' }) => [name, entry(state.values[name]?.[FIELD])] as const);
  const input: Input =
    kind === 'command'
      ? { kind, command: target, options: Object.fromEntries(entered.filter(([, value]) => value !== '')) }
      : { kind: 'action', action: target, values: entered.map(([, value]) => value) };
  const origin: Origin = JSON.parse(private_metadata);
  return { origin, input, first: entered[0]?.[0] ?? '' };
}

function entry(field: Field | undefined): string {
  if (field?.selected_options) return field.selected_options.length > 0 ? ON : '';
  return field?.value ?? field?.selected_option?.value ?? '';
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
      const yes = choosable(say.yes, ON);
      return {
        type: 'checkboxes',
        action_id: FIELD,
        options: [yes],
        ...(String(given) === ON && { initial_options: [yes] }),
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
