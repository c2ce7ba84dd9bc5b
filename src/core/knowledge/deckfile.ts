import { z } from 'zod';
import { allowedId, filledLine, httpsUrl, line, lines, yesOrNo } from './fields.ts';
import { quote, type Report } from './findings.ts';
import { idFrom } from './ids.ts';
import { fitText } from './lengths.ts';
import { type Category, type Deck, type Elsewhere, MAX_DECK_COMMAND, MAX_TOPIC_ID } from './types.ts';
import { readYaml } from './yaml.ts';

const shape = z.strictObject(
  {
    name: line.optional(),
    command: line.optional(),
    strict: yesOrNo.optional(),
    categories: z.record(z.string(), line, { error: 'must be a map of ids to titles' }).optional(),
    synonyms: z.array(lines, { error: 'must be a list of lists' }).optional(),
    elsewhere: z
      .record(
        z.string(),
        z.strictObject(
          { also: lines.optional(), is: filledLine, docs: line.optional(), near: lines.optional() },
          { error: 'must have "is", and may have "also", "docs" and "near"' },
        ),
        { error: 'must be a map of names' },
      )
      .optional(),
  },
  { error: 'must be a map' },
);

/** What `deck.yaml` says about a deck. */
export interface DeckSettings extends Omit<Deck, 'topics'> {
  strict: boolean;
  /** The line of a name under `elsewhere`; 1 for any other text. */
  lineOf(name: string): number;
}

/** The settings of a deck without `deck.yaml`: it is named after itself. */
export function defaultSettings(id: string): DeckSettings {
  return {
    id,
    name: id,
    command: idFrom(id, MAX_DECK_COMMAND),
    strict: false,
    categories: [],
    synonyms: [],
    elsewhere: [],
    lineOf: () => 1,
  };
}

/** Reads `deck.yaml`. What it leaves out, and all of it where it cannot be read, is as `defaultSettings` has it. */
export function readSettings(id: string, text: string, report: Report): DeckSettings {
  const settings = defaultSettings(id);
  const yaml = readYaml(text, shape, report);
  if (yaml === undefined) return settings;
  const { value } = yaml;

  const categories = Object.entries(value.categories ?? {}).map(([key, title]): Category => {
    const at = yaml.line(['categories', key]);
    return {
      id: allowedId(key, MAX_TOPIC_ID, 'category id', report, at),
      title: fitText(report, title || key, 'category', at),
    };
  });
  const synonyms = (value.synonyms ?? []).filter((group, index) => {
    if (group.length > 1) return true;
    const at = yaml.line(['synonyms', index]);
    report.warn(at, 'a group of synonyms has less than two words', 'add a word or take the group out');
    return false;
  });
  const elsewhere = Object.entries(value.elsewhere ?? {}).map(([name, entry]): Elsewhere => {
    const docs = httpsUrl(entry.docs, report, yaml.line(['elsewhere', name, 'docs']));
    const is = fitText(report, entry.is, 'summary', yaml.line(['elsewhere', name, 'is']));
    return { name, also: entry.also ?? [], is, ...(docs && { docs }), near: entry.near ?? [] };
  });
  return {
    ...settings,
    name: fitText(report, value.name || settings.name, 'name', yaml.line(['name'])),
    command: value.command ? allowedCommand(value.command, report, yaml.line(['command'])) : settings.command,
    strict: value.strict ?? false,
    categories,
    synonyms,
    elsewhere,
    lineOf: (name) => yaml.line(['elsewhere', name]),
  };
}

function allowedCommand(command: string, report: Report, at: number): string {
  if (command.length <= MAX_DECK_COMMAND && /^[a-z0-9_-]+$/.test(command)) return command;
  const made = idFrom(command, MAX_DECK_COMMAND);
  const what = `${quote(command)} cannot be a slash command and is read as "${made}"`;
  report.warn(at, what, `use 1-${MAX_DECK_COMMAND} of a-z, 0-9, - and _`);
  return made;
}
