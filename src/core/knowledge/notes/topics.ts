import { idFrom, uniqueId } from '../ids.ts';
import { foldName, nameKey } from '../names.ts';
import type { ReadTopic } from '../topicfile.ts';
import { type Category, type Fact, MAX_TOPIC_ID, type Topic } from '../types.ts';
import type { Draft } from './drafts.ts';
import { aliasesOf, bestName, distinctFacts, type Merged, mergeDrafts } from './merge.ts';
import { acronymOf, type NameForms, sameKeys, shortName } from './names.ts';

/** The topics of a deck's notes and the categories that they stand under. */
export interface NotesTopics {
  topics: ReadTopic[];
  categories: Category[];
}

/**
 * Makes topics of notes. What a topic file of the same deck is about is added to that topic; the rest are topics of their own, with ids
 * that no topic file has. `categories` are those of the deck so far; the result holds them and those that the notes add.
 */
export function readNotes(
  drafts: readonly Draft[],
  files: readonly ReadTopic[],
  categories: readonly Category[],
): NotesTopics {
  const taken = new Set(files.map(({ topic }) => topic.id));
  const byName = topicsByName(files);
  const all = [...categories];
  const topics: ReadTopic[] = [];
  for (const merged of mergeDrafts(drafts)) {
    const best = bestName(merged.forms);
    const [first] = merged.drafts;
    if (best === undefined || first === undefined) continue;
    const known = merged.forms
      .flatMap(sameKeys)
      .map((key) => byName.get(key))
      .find((found) => found !== undefined);
    if (known) {
      addNotes(known, merged, best);
      continue;
    }
    const told = distinctFacts(merged.drafts.flatMap((draft) => draft.facts));
    const topic = topicFrom(merged, best, told, taken);
    const category = categoryOf(merged.drafts, all);
    if (category) topic.category = category;
    topics.push({ topic, report: first.report, told, line: () => first.line });
  }
  addAcronyms(topics, files);
  return { topics, categories: all };
}

function topicFrom(
  { forms, drafts }: Merged,
  best: NameForms,
  told: readonly Fact[],
  taken: Set<string>,
): Topic {
  const short = forms.find(({ abbreviation }) => abbreviation !== undefined) ?? best;
  const id = uniqueId(idFrom(shortName(short), MAX_TOPIC_ID), best.whole, MAX_TOPIC_ID, taken);
  const [summary, ...facts] = told;
  return {
    id,
    name: best.whole,
    aliases: aliasesOf(forms, best),
    related: [],
    summary: summary?.text ?? '',
    facts,
    confusions: [],
    asked: [],
    tips: [],
    questions: [],
    sources: drafts.map(({ file, line }) => ({ file, line })),
  };
}

function addNotes({ topic }: ReadTopic, { forms, drafts }: Merged, best: NameForms): void {
  const summary = { text: topic.summary, source: { file: '', line: 1 } };
  const facts = [...topic.facts, ...drafts.flatMap((draft) => draft.facts)];
  topic.facts = distinctFacts([summary, ...facts]).filter((fact) => fact !== summary);
  const known = new Set([topic.name, ...topic.aliases].map(foldName));
  topic.aliases.push(...[best.main, ...aliasesOf(forms, best)].filter((name) => !known.has(foldName(name))));
  topic.sources.push(...drafts.map(({ file, line }) => ({ file, line })));
}

function topicsByName(files: readonly ReadTopic[]): Map<string, ReadTopic> {
  const byName = new Map<string, ReadTopic>();
  for (const read of files) {
    const { id, name, aliases } = read.topic;
    for (const key of [name, id, ...aliases].map(nameKey)) if (!byName.has(key)) byName.set(key, read);
  }
  return byName;
}

/** The id of the category of the heading that the drafts stand under; one that is new is added to `categories`. */
function categoryOf(drafts: readonly Draft[], categories: Category[]): string | undefined {
  const found = drafts.flatMap(({ category }) => category ?? []);
  const { title } = found.find(({ isDocument }) => !isDocument) ?? found[0] ?? {};
  if (title === undefined) return undefined;
  const key = nameKey(title);
  const known = categories.find((category) => nameKey(category.title) === key || category.id === title);
  if (known) return known.id;
  const taken = new Set(categories.map((category) => category.id));
  const id = uniqueId(idFrom(title, MAX_TOPIC_ID), title, MAX_TOPIC_ID, taken);
  categories.push({ id, title });
  return id;
}

/** Gives topics the acronym of their name as an alias where nothing else in the deck goes by it. */
function addAcronyms(topics: readonly ReadTopic[], files: readonly ReadTopic[]): void {
  const names = [...topics, ...files].flatMap(({ topic }) => [topic.id, topic.name, ...topic.aliases]);
  const claims = new Map<string, number>();
  const claim = (name: string) => claims.set(foldName(name), (claims.get(foldName(name)) ?? 0) + 1);
  for (const name of names) claim(name);
  const acronyms = topics.map(({ topic }) => acronymOf(topic.name.replace(/\s*\([^()]*\)$/, '')));
  for (const acronym of acronyms) if (acronym) claim(acronym);
  for (const [index, { topic }] of topics.entries()) {
    const acronym = acronyms[index];
    if (acronym && claims.get(foldName(acronym)) === 1) topic.aliases.push(acronym);
  }
}
