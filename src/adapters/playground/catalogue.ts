import { type Command, type Typed, typedOf } from '../../chat/command.ts';
import { type Options, type TextOption, usageOf } from '../../chat/options.ts';

/** What the page knows of the commands: for its slash list, its message menus and its welcome. */
export interface Catalogue {
  commands: readonly Entry[];
  menus: readonly { command: string; label: string }[];
  /** Up to three lines that a newcomer may send as they are. */
  examples: readonly string[];
}

interface Entry {
  /** What is typed after the slash: `aws`, `quiz start`, or `quiz` alone. */
  path: string;
  summary: string;
  /** The options as they are typed. */
  usage: string;
  /** The option whose words follow the path and for which there are suggestions. */
  suggests?: string;
}

/** The commands there are, as the page needs them; a group's bare name stands before its subcommands. */
export function catalogue(commands: readonly Command[]): Catalogue {
  return {
    commands: commands.flatMap((command) => [...bare(command), ...typedOf(command).map(entry)]),
    menus: commands.flatMap(({ name, menu }) => (menu ? [{ command: name, label: menu.label }] : [])),
    examples: examples(commands),
  };
}

function bare({ name, summary, subcommands }: Command): Entry[] {
  return subcommands ? [{ path: name, summary, usage: '' }] : [];
}

function entry({ path, summary, options }: Typed): Entry {
  const suggests = suggestedRest(options)?.[0];
  return { path, summary, usage: usageOf(options), ...(suggests !== undefined && { suggests }) };
}

/** The option that takes the words after a path, where there are suggestions for them. */
function suggestedRest(options: Options): [name: string, option: TextOption] | undefined {
  for (const [name, option] of Object.entries(options))
    if (option.type === 'text' && option.rest && option.suggest) return [name, option];
  return undefined;
}

/** A topic that a command suggests, then what each command does first where that needs nothing, then more topics. */
function examples(commands: readonly Command[]): string[] {
  const first = commands.flatMap((command) => typedOf(command).slice(0, 1));
  const alone = first.filter(({ options }) => Object.entries(options).every(([, o]) => !o.required));
  const topics = first.flatMap(({ path, options }) => {
    const topic = suggestedRest(options)?.[1].suggest?.('')[0];
    return topic ? [`/${path} ${topic.value}`] : [];
  });
  return [...topics.slice(0, 1), ...alone.map(({ path }) => `/${path}`), ...topics.slice(1)].slice(0, 3);
}
