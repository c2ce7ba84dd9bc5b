import type { Command } from '../../chat/command.ts';
import { optionsIn, usageOf } from '../../chat/options.ts';

/** What the page knows of the commands: for its slash list, its message menus and its welcome. */
export interface Catalogue {
  commands: readonly Entry[];
  menus: readonly { command: string; label: string }[];
  /** Up to three lines that a newcomer may send as they are. */
  examples: readonly string[];
}

interface Entry {
  name: string;
  summary: string;
  /** The options as they are typed. */
  usage: string;
  /** The option whose words follow the command and for which there are suggestions. */
  suggests?: string;
}

/** The commands there are, as the page needs them. */
export function catalogue(commands: readonly Command[]): Catalogue {
  return {
    commands: commands.map(entry),
    menus: commands.flatMap(({ name, menu }) => (menu ? [{ command: name, label: menu.label }] : [])),
    examples: examples(commands),
  };
}

function entry({ name, summary, options }: Command): Entry {
  const known = optionsIn(options, 'open');
  const asked = known.find(([, option]) => option.type === 'text' && option.rest && option.suggest)?.[0];
  return { name, summary, usage: usageOf(options, 'open'), ...(asked !== undefined && { suggests: asked }) };
}

/** A topic that a command suggests, that command alone, and a command that needs nothing. */
function examples(commands: readonly Command[]): string[] {
  const alone = commands.filter(({ options }) => optionsIn(options, 'open').every(([, o]) => !o.required));
  const topics = commands.flatMap(({ name, options }) =>
    optionsIn(options, 'open').flatMap(([, option]) => {
      const first = option.type === 'text' && option.rest ? option.suggest?.('')[0] : undefined;
      return first ? [`/${name} ${first.value}`] : [];
    }),
  );
  return [...topics.slice(0, 1), ...alone.map(({ name }) => `/${name}`), ...topics.slice(1)].slice(0, 3);
}
