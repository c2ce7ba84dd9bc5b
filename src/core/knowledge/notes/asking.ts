import { areOrdered } from '../choices.ts';
import { quote } from '../findings.ts';
import { shortHash } from '../ids.ts';
import { escapeMarkdown } from '../inline.ts';
import { foldText } from '../names.ts';
import type { Markdown, Question } from '../types.ts';
import { behindLabel } from './alone.ts';
import { type Family, type Noted, pickSiblings, type Sibling, shares } from './siblings.ts';
import { areKin, tellingTerms } from './telling.ts';
import { claimFor, stemsFor } from './wording.ts';

/** Wrong choices beside the right one. */
const WRONG = 3;

/** What a question is made among. */
export interface Among {
  /** The topic that the fact is about. */
  own: Sibling;
  /** The topics to choose from, `own` too. */
  family: Family;
  /** The first name of any topic in a text. */
  nameIn(text: string): string | undefined;
}

type Asked = Pick<Question, 'stem' | 'choices' | 'ordered'>;

/**
 * The question that a fact makes, without its id, or why it makes none, as the rest of a sentence that begins with "it".
 *
 * "Which of these ...?" asks for the topic that the fact is about among four topics, and holds the name of none. Where fewer than four can
 * stand beside each other, it is true or false that the fact is noted of its own topic, or of a sibling that does not share it: such a
 * stem names that topic, as it must.
 */
export function ask(noted: Noted, among: Among): Omit<Question, 'id'> | string {
  const { fact, plain, terms } = noted;
  const { own, family } = among;
  const key = `${own.topic.id} ${foldText(plain)}`;
  const core = tellingTerms(behindLabel(plain));
  const fits = (sibling: Sibling) =>
    !shares(family, sibling, terms) && (core.size < 2 || !shares(family, sibling, core));
  const others = pickSiblings(family.members, { own, count: WRONG, key, fits });
  const isFull = others.length === WRONG;
  const shared = isFull ? undefined : family.members.find((sibling) => sibling !== own && !fits(sibling));
  if (shared) return `is said of ${quote(shared.topic.name)} too, or nearly so`;
  const asked = isFull ? which(noted, others, among) : judge(noted, own, others[0], key);
  if (typeof asked === 'string') return asked;
  const explanation = `${nameOf(own)}: ${fact.text}${/[.!…。]$/.test(fact.text) ? '' : '.'}`;
  return { ...asked, explanation, level: 1, source: fact.source, fromNotes: true };
}

function which({ fact, terms }: Noted, others: readonly Sibling[], { own, nameIn }: Among): Asked | string {
  const hints = ({ called }: Sibling, term: string) => called.values().some((word) => areKin(word, term));
  const givesAway = (term: string) => hints(own, term) && !others.some((other) => hints(other, term));
  if (terms.values().some(givesAway)) return "holds a word of its topic's name";
  const stem = stemsFor(fact.text).find((one) => nameIn(one) === undefined);
  if (stem === undefined) return "cannot be asked without a topic's name";
  const all = [own, ...others].sort((a, b) =>
    a.topic.name.localeCompare(b.topic.name, 'en', { numeric: true }),
  );
  const choices = all.map((sibling) => ({ text: nameOf(sibling), right: sibling === own }));
  return { stem, choices, ordered: areOrdered(all.map(({ topic }) => topic.name)) };
}

function judge({ fact }: Noted, own: Sibling, other: Sibling | undefined, key: string): Asked | string {
  if (!other) return 'is on a topic that has no other beside it';
  const isTrue = (Number.parseInt(shortHash(key), 36) >>> 16) % 2 === 0;
  const choices = [
    { text: 'True', right: isTrue },
    { text: 'False', right: !isTrue },
  ];
  return { stem: claimFor(fact.text, nameOf(isTrue ? own : other)), choices, ordered: true };
}

function nameOf({ topic }: Sibling): Markdown {
  return escapeMarkdown(topic.name);
}
