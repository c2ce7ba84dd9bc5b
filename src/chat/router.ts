import { parseAction } from './action.ts';
import { bounded, boundedTyping } from './bounds.ts';
import { type Command, type Typed, typedAt } from './command.ts';
import { UserError } from './errors.ts';
import type { Event } from './event.ts';
import { parseLine } from './line.ts';
import { text } from './markup.ts';
import type { Given, Suggestion } from './options.ts';
import { type Form, type MessageReply, privately, type Reply } from './reply.ts';
import { missing, readValues } from './values.ts';

export interface Router {
  /** Finds who answers an event and asks them. What a member did wrong comes back as a private sentence; any other error is thrown. */
  handle(event: Event): Reply;
  /** What to offer for an option that is being typed: best first, at most 25. */
  suggest(path: string, option: string, typed: string): readonly Suggestion[];
}

const gone =
  'That button is from an earlier time and no longer does anything. Type /studyhall help to see what there is.';
const unknown = 'There is no such command here. Type /studyhall help to see what there is.';

/** Routes events to the commands there are at that moment: they change while the program runs. */
export function createRouter(commands: () => readonly Command[]): Router {
  const named = (name: string) => commands().find((command) => command.name === name);

  const answer = (given: Event): Reply => {
    const input = bounded(given.input);
    const event = { ...given, input };
    switch (input.kind) {
      case 'command':
        return run(found(typedAt(commands(), input.command)), input.options, event);
      case 'line':
        return line(found(named(input.command)), input.text, event);
      case 'action':
        return act(input.action, input.values, event);
      case 'talk':
        return found(commands().find(({ talk }) => talk)).talk?.(input.text, event) ?? refuse(unknown);
      case 'menu':
        return found(named(input.menu)).menu?.run(input.text, event) ?? refuse(unknown);
      case 'home':
        return found(commands().find(({ home }) => home)).home?.(event) ?? refuse(unknown);
    }
  };

  const line = (command: Command, said: string, event: Event): Reply => {
    const typed = (path: string) => found(typedAt(commands(), path));
    const given = ({ options }: Typed, words: string) => parseLine(options, words);
    if (!command.subcommands) {
      const only = typed(command.name);
      return run(only, given(only, said), event);
    }
    const [, first = '', rest = ''] = /^\s*(\S*)\s*(.*)$/s.exec(said) ?? [];
    if (first === '') return command.bare(event);
    const meant = command.subcommands.find(({ name }) => name === first.toLowerCase());
    const one = typed(`${command.name} ${(meant ?? command.subcommands[0]).name}`);
    return run(one, given(one, meant ? rest : said), event);
  };

  const act = (id: string, values: readonly string[], event: Event): Reply => {
    const action = parseAction(id);
    const actions = action && named(action.command)?.actions;
    const handler = actions && Object.hasOwn(actions, action.verb) ? actions[action.verb] : undefined;
    return handler?.(action?.args ?? [], values, event) ?? refuse(gone);
  };

  return {
    handle(event) {
      try {
        return answer(event);
      } catch (error) {
        if (error instanceof UserError) return refuse(error.message);
        throw error;
      }
    },
    suggest(path, option, typed) {
      const options = typedAt(commands(), path)?.options ?? {};
      const asked = Object.hasOwn(options, option) ? options[option] : undefined;
      return asked?.type === 'text' ? (asked.suggest?.(boundedTyping(typed)) ?? []).slice(0, 25) : [];
    },
  };
}

function run(typed: Typed, given: Given, event: Event): Reply {
  if (missing(typed.options, given).length > 0)
    return { kind: 'form', form: formOf(typed, given), verdict: 'form' };
  return typed.run(readValues(typed.options, given), event);
}

/** The form that asks for a command's options. */
export function formOf({ path, options }: Typed, given: Given): Form {
  return { to: { command: path }, title: `/${path}`, options, given };
}

function found<T>(wanted: T | undefined): T {
  if (wanted === undefined) throw new UserError(unknown);
  return wanted;
}

/** One private sentence. */
export function refuse(sentence: string, verdict = 'refused'): MessageReply {
  return privately([{ kind: 'text', text: text(sentence) }], verdict);
}
