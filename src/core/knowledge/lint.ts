import type { DeckSettings } from './deckfile.ts';
import { quote, type Report } from './findings.ts';
import { foldName } from './names.ts';
import type { ReadTopic } from './topicfile.ts';

/** Ids that stand twice: the second topic, question or tip could not be told from the first. */
export function lintIds(topics: readonly ReadTopic[]): void {
  const seen = {
    topic: new Map<string, string>(),
    question: new Map<string, string>(),
    tip: new Map<string, string>(),
  };
  const claim = (kind: keyof typeof seen, id: string, { report, topic }: ReadTopic, line: number) => {
    const first = seen[kind].get(id);
    if (first !== undefined)
      report.error(line, `the ${kind} id "${id}" is also in ${first}`, 'give one of the two another id');
    else seen[kind].set(id, topic.sources[0]?.file ?? report.file);
  };
  for (const read of topics) {
    claim('topic', read.topic.id, read, 1);
    for (const { id, source } of read.topic.questions) claim('question', id, read, source.line);
    for (const [index, { id }] of read.topic.tips.entries())
      claim('tip', id, read, read.line(['tips', index]));
  }
}

/** Names that two topics claim, or a topic and a name under `elsewhere`. */
export function lintNames(topics: readonly ReadTopic[], settings: DeckSettings, deckReport: Report): void {
  const owners = new Map<string, string>();
  const claim = (name: string, owner: string, warn: (what: string) => void) => {
    const key = foldName(name);
    const first = owners.get(key);
    if (first === undefined) owners.set(key, owner);
    else if (first !== owner) warn(`${quote(name)} is also a name of ${first}`);
  };
  const mend = 'keep it in one of the two places';
  for (const { topic } of topics) owners.set(foldName(topic.id), `the topic ${topic.id}`);
  for (const { topic, report, line } of topics) {
    const owner = `the topic ${topic.id}`;
    claim(topic.name, owner, (what) => report.warn(line(['name']), what, mend));
    for (const [index, alias] of topic.aliases.entries()) {
      claim(alias, owner, (what) => report.warn(line(['aliases', index]), what, mend));
    }
  }
  for (const { name, also } of settings.elsewhere) {
    for (const other of [name, ...also]) {
      claim(other, `${quote(name)} under elsewhere`, (what) =>
        deckReport.warn(settings.lineOf(name), what, mend),
      );
    }
  }
}

/** Takes out links to what the deck does not have, with a warning for each. */
export function lintLinks(topics: readonly ReadTopic[], settings: DeckSettings, deckReport: Report): void {
  const ids = new Set(topics.map(({ topic }) => topic.id));
  const categories = new Set(settings.categories.map(({ id }) => id));
  const dangling = (id: string, own?: string) =>
    id === own ? 'leads to the topic itself' : ids.has(id) ? undefined : 'leads to no topic of this deck';
  const mend = 'write the id of a topic, which is the name of its file without .md';
  const keep = (report: Report, line: number, id: string, own?: string) => {
    const wrong = dangling(id, own);
    if (wrong) report.warn(line, `${quote(id)} ${wrong}`, mend);
    return wrong === undefined;
  };
  for (const { topic, report, line } of topics) {
    topic.related = topic.related.filter(
      (id, index, all) => all.indexOf(id) === index && keep(report, line(['related', index]), id, topic.id),
    );
    topic.confusions = topic.confusions.filter((confusion, index) =>
      keep(report, line(['confusions', index]), confusion.topic, topic.id),
    );
    if (topic.category !== undefined && !categories.has(topic.category)) {
      const what = `the category ${quote(topic.category)} is not in deck.yaml`;
      report.warn(line(['category']), what, 'add it under categories, or use one of those');
      delete topic.category;
    }
  }
  for (const entry of settings.elsewhere) {
    entry.near = entry.near.filter((id) => keep(deckReport, settings.lineOf(entry.name), id));
  }
}

/** What a strict deck asks of every topic, on top of all warnings. */
export function lintStrict(topics: readonly ReadTopic[]): void {
  for (const { topic, report } of topics) {
    const missing = [
      topic.docs === undefined && 'a docs link',
      topic.reviewed === undefined && 'a review date',
      topic.facts.length === 0 && 'any fact',
    ].filter((what) => what !== false);
    for (const what of missing) {
      report.error(1, `the topic ${quote(topic.name)} lacks ${what}`, 'add it: the deck is strict');
    }
  }
}
