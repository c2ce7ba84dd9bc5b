import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  type APITextInputComponent,
  ComponentType,
  type ModalData,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import type { Input } from '../../chat/event.ts';
import type { Given, Option, Suggestion } from '../../chat/options.ts';
import type { Form } from '../../chat/reply.ts';
import { limits } from './limits.ts';

/** From here on a line is too short to read back what was typed. */
const LONG_TEXT = 300;

/**
 * A form, filled in with what is given. Where a command has more options than a form can hold, the required ones come first, then those
 * that were given; the rest keep their defaults. The values of an action are told apart by their order alone, which stays.
 */
export function modalOf({ to, title, options, given }: Form): APIModalInteractionResponseCallbackData {
  const weight = ([name, { required }]: [string, Option]) => (required ? 0 : name in given ? 1 : 2);
  const all = Object.entries(options);
  const fields = 'action' in to ? all : all.toSorted((one, other) => weight(one) - weight(other));
  return {
    custom_id: 'action' in to ? to.action : to.command,
    title,
    components: fields
      .slice(0, limits.modalComponents)
      .map(([name, option]) => field(name, option, given[name])),
  };
}

/** Reads a submitted form back: an action id has colons, a command's path has none. What was left empty is no option of a command. */
export function submittedIn({ customId, fields }: ModalSubmitInteraction): Input {
  const said = [...fields.fields.values()].map((one): [string, string] => [one.customId, answerOf(one)]);
  if (customId.includes(':'))
    return { kind: 'action', action: customId, values: said.map(([, value]) => value) };
  return {
    kind: 'command',
    command: customId,
    options: Object.fromEntries(said.filter(([, value]) => value !== '')),
  };
}

function answerOf(one: ModalData): string {
  const value = 'values' in one ? one.values[0] : 'value' in one ? one.value : undefined;
  return typeof value === 'string' ? value : '';
}

function field(name: string, option: Option, given: Given[string] | undefined): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: name,
    description: option.summary,
    component: control(name, option, given),
  };
}

function control(
  name: string,
  option: Option,
  given: Given[string] | undefined,
): APITextInputComponent | APIStringSelectComponent {
  const required = option.required ?? false;
  const value = given === undefined ? '' : String(given);
  switch (option.type) {
    case 'text': {
      const longest = Math.min(option.longest ?? 200, limits.modalInput);
      const style = longest < LONG_TEXT ? TextInputStyle.Short : TextInputStyle.Paragraph;
      return textInput({ custom_id: name, required, style, max_length: longest }, value);
    }
    case 'integer': {
      const placeholder = `${option.min} to ${option.max}`;
      return textInput({ custom_id: name, required, style: TextInputStyle.Short, placeholder }, value);
    }
    case 'flag': {
      const yesOrNo = [
        { label: 'Yes', value: 'true' },
        { label: 'No', value: 'false' },
      ];
      return stringSelect(name, required, yesOrNo, value);
    }
    case 'choice':
      return stringSelect(name, required, option.choices, value);
  }
}

/** Discord refuses an empty `value`. */
function textInput(input: Omit<APITextInputComponent, 'type'>, value: string): APITextInputComponent {
  const filled = value.slice(0, input.max_length ?? limits.modalInput);
  return { type: ComponentType.TextInput, ...input, ...(filled === '' ? {} : { value: filled }) };
}

function stringSelect(
  name: string,
  required: boolean,
  choices: readonly Suggestion[],
  value: string,
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: name,
    required,
    min_values: required ? 1 : 0,
    max_values: 1,
    options: choices.map((choice) => ({
      label: choice.label,
      value: choice.value,
      default: choice.value === value,
    })),
  };
}
