import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  type APITextInputComponent,
  ComponentType,
  type ModalData,
  TextInputStyle,
} from 'discord.js';
import type { Command } from '../../chat/command.ts';
import { type Given, type Option, optionsIn, type Suggestion } from '../../chat/options.ts';
import { limits } from './limits.ts';

/** From here on a line is too short to read back what was typed. */
const LONG_TEXT = 300;

/**
 * A form for the options of a command, filled in with what is given. Where there are more options than a form can hold, the required
 * ones come first, then those that were given; the rest keep their defaults.
 */
export function modalOf(command: Command, given: Given): APIModalInteractionResponseCallbackData {
  const weight = ([name, { required }]: [string, Option]) => (required ? 0 : name in given ? 1 : 2);
  const fields = optionsIn(command.options, 'open')
    .toSorted((one, other) => weight(one) - weight(other))
    .slice(0, limits.modalComponents);
  return {
    custom_id: command.name,
    title: `/${command.name}`,
    components: fields.map(([name, option]) => field(name, option, given[name])),
  };
}

/** Reads a submitted form back as the command and its options; what was left empty is not given. */
export function givenIn(fields: Iterable<ModalData>): Given {
  const given: Record<string, string> = {};
  for (const one of fields) {
    const value = 'values' in one ? one.values[0] : 'value' in one ? one.value : undefined;
    if (typeof value === 'string' && value !== '') given[one.customId] = value;
  }
  return given;
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
