import { shortHash } from '../ids.ts';
import { plainText } from '../markdown.ts';
import type { ReadTopic } from '../topicfile.ts';
import type { Fact, Topic } from '../types.ts';
import { nameFinder, namesOf } from './mentions.ts';
import { tellingTerms } from './telling.ts';

/** Only so many siblings are looked at, however many there are. */
const MOST_TRIED = 24;
/** A topic that says so large a part of what is telling in a fact might be meant as well. */
const SHARED = 0.5;

/** A fact with what it says. */
export interface Noted {
  fact: Fact;
  plain: string;
  terms: Set<string>;
}

/** A topic as one of several to choose from. */
export interface Sibling {
  topic: Topic;
  isNotes: boolean;
  names: string[];
  /** The terms of its names. */
  called: Set<string>;
  /** All that it says, its summary first, and the terms of all together. */
  said: Noted[];
  all: Set<string>;
  /** A name of it in a text. */
  nameIn(text: string): string | undefined;
  /** Where it stands among its siblings, whoever comes or goes. */
  place: string;
}

/** Topics to choose from, in the order of their places. */
export interface Family {
  members: Sibling[];
  /** How telling a term is: nothing where every member says it, the more the fewer do. */
  weights: ReadonlyMap<string, number>;
}

/** What is asked of the siblings to pick. */
export interface Pick {
  /** The topic beside which they are to stand. */
  own: Sibling;
  count: number;
  /** Which ones are picked hangs on this, and little on which others there are. */
  key: string;
  fits(sibling: Sibling): boolean;
}

/** Reads topics that may be chosen from together. */
export function readFamily(topics: readonly ReadTopic[]): Family {
  const members = topics.map(readSibling).sort((a, b) => (a.place < b.place ? -1 : 1));
  const counts = new Map<string, number>();
  for (const term of members.flatMap(({ all }) => [...all])) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weights = new Map([...counts].map(([term, count]) => [term, Math.log(members.length / count)]));
  return { members, weights };
}

/** Whether a fact with these terms is said of a member too, in the same words or nearly so. */
export function shares({ weights }: Family, { all }: Sibling, terms: ReadonlySet<string>): boolean {
  const weigh = (some: ReadonlySet<string>) =>
    some.values().reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
  return weigh(terms.intersection(all)) >= weigh(terms) * SHARED;
}

/** Up to `count` siblings that fit, none of whose names stands in another's ("Mitosis", "Phases of mitosis"). */
export function pickSiblings(siblings: readonly Sibling[], { own, count, key, fits }: Pick): Sibling[] {
  const start = placeOf(siblings, shortHash(key));
  const ranked = Array.from({ length: Math.min(siblings.length, MOST_TRIED) }, (_, step) => step + start)
    .flatMap((index) => siblings[index % siblings.length] ?? [])
    .map((sibling) => ({ sibling, rank: shortHash(`${sibling.topic.id} ${key}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const picked: Sibling[] = [];
  for (const { sibling } of ranked) {
    if (picked.length === count) break;
    if (![own, ...picked].some((other) => areAlike(other, sibling)) && fits(sibling)) picked.push(sibling);
  }
  return picked;
}

function readSibling({ topic, told, report: { file } }: ReadTopic): Sibling {
  const names = namesOf(topic);
  const facts = told ?? [{ text: topic.summary, source: { file, line: 1 } }, ...topic.facts];
  const said = facts.map((fact): Noted => {
    const plain = plainText(fact.text);
    return { fact, plain, terms: tellingTerms(plain) };
  });
  return {
    topic,
    isNotes: told !== undefined,
    names,
    called: tellingTerms(names.join(' ')),
    said,
    all: new Set(said.flatMap(({ terms }) => [...terms])),
    nameIn: nameFinder([topic]),
    place: shortHash(topic.id),
  };
}

function areAlike(one: Sibling, other: Sibling): boolean {
  const holds = (a: Sibling, b: Sibling) => a.names.some((name) => b.nameIn(name) !== undefined);
  return one === other || holds(one, other) || holds(other, one);
}

/** The index of the first sibling that stands at a place or behind it, by halving. */
function placeOf(siblings: readonly Sibling[], place: string): number {
  let [from, to] = [0, siblings.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((siblings[middle]?.place ?? '') < place) from = middle + 1;
    else to = middle;
  }
  return from;
}
