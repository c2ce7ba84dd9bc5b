/** The options of a command by name, in the order in which they are asked for. Names are 1-32 of a-z, `-` and `_`. */
export type Options = Readonly<Record<string, Option>>;

interface Common {
  /** At most 100 characters: what to put there. */
  summary: string;
  required?: boolean;
}

export interface TextOption extends Common {
  type: 'text';
  /** Takes all words of a typed line that belong to no other option. At most one a command. */
  rest?: boolean;
  /** Characters; longer input is refused by the platforms' own forms. Default 200. */
  longest?: number;
  /** Best first, at most 25, for what has been typed so far (possibly nothing). */
  suggest?: (typed: string) => readonly Suggestion[];
}

export interface IntegerOption extends Common {
  type: 'integer';
  min: number;
  max: number;
}

/** Something that is on or not; on when it is given without a value. */
export interface FlagOption extends Common {
  type: 'flag';
}

export interface ChoiceOption extends Common {
  type: 'choice';
  choices: readonly Suggestion[];
}

export type Option = TextOption | IntegerOption | FlagOption | ChoiceOption;

/** `label` is shown (at most 100 characters), `value` is sent. */
export interface Suggestion {
  label: string;
  value: string;
}

/** Options as a platform hands them over, not yet checked. */
export type Given = Readonly<Record<string, string | number | boolean>>;

type Value<O extends Option> = O extends { type: 'integer' }
  ? number
  : O extends { type: 'flag' }
    ? boolean
    : string;

/** The checked options that a command's `run` receives; flags are false when not given. */
export type Values<O extends Options> = {
  [K in keyof O]: O[K] extends { required: true } | { type: 'flag' } ? Value<O[K]> : Value<O[K]> | undefined;
};

/** The choice that somebody means by its label or value, whatever the case. */
export function choiceMeant({ choices }: ChoiceOption, said: string): Suggestion | undefined {
  const wanted = said.toLowerCase();
  return choices.find(({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted);
}

/** The options as they are typed, those that may be left out in brackets: `question [--private] [level:…]`. */
export function usageOf(options: Options): string {
  return Object.entries(options)
    .map(([name, option]) => (option.required ? typed(name, option) : `[${typed(name, option)}]`))
    .join(' ');
}

function typed(name: string, option: Option): string {
  if (option.type === 'flag') return `--${name}`;
  return option.type === 'text' && option.rest ? name : `${name}:…`;
}
