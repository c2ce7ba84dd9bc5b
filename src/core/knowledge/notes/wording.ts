import type { Markdown } from '../types.ts';
import { words } from './words.ts';

/** Verbs that begin a fact which says what its topic is or does. */
const verbs =
  'is are was were has have had can cannot could must may might will would does became becomes began begins wrote writes occurs happens exists consists contains comprises belongs depends applies arises derives differs refers relates allows enables ensures includes excludes involves requires provides protects prevents prohibits produces converts absorbs carries connects separates surrounds breaks brings keeps gives gets goes grows lives moves makes manages detects defines describes determines decides defends destroys digests divides encodes encrypts enforces establishes explains expresses finds follows generates governs guarantees handles helps identifies implements inhibits integrates introduces investigates joins lacks lasts lets maintains meets obtains operates opposes organises organizes participates performs permits prefers proposes receives regulates releases removes rejects replaces represents responds rotates runs says secretes secures sends serves shows simplifies stands stimulates strengthens suggests synthesises synthesizes takes tells transfers transforms translates transmits transports unites validates verifies visualises visualizes weakens accepts acts adds aggregates analyzes automates binds builds centralises centralizes collects combines compares creates modifies sorts catches eats feeds lasted occurred consisted belonged';
/** Verbs that are nouns as well ("Uses of copper"): they count as verbs only where a noun could not stand. */
const nouns =
  'analyses attacks causes changes checks controls costs ends filters forms holds leads links measures monitors needs offers reports results rules starts stops stores supports tracks turns uses works';
/** What may follow such a noun, but not such a verb. */
const behindNouns =
  'against and are at between by can for from had has in include includes including is may must of on or should taken to was were with';

const sureVerbs = new Set(verbs.split(' '));
const unsureVerbs = new Set(nouns.split(' '));
const nounSigns = new Set(behindNouns.split(' '));

/**
 * How one may ask which topic a fact is about, the most natural wording first: "Which of these stores blocks, according to the notes?"
 * where the fact begins with a verb, and one that holds any fact as it was noted.
 */
export function stemsFor(fact: Markdown): Markdown[] {
  const bare = bareFact(fact);
  const said = predicateOf(bare);
  return [
    ...(said === undefined ? [] : [`Which of these ${said}, according to the notes?`]),
    `Which of these is this about: “${bare}”?`,
  ];
}

/** A statement that a fact is about the topic called `name`, to be judged. */
export function claimFor(fact: Markdown, name: Markdown): Markdown {
  return `True or false: the notes say this of ${name}: “${bareFact(fact)}”.`;
}

/** Whether a fact begins with a verb, so that it says what its topic is or does: "stores blocks". */
export function beginsWithVerb(fact: string): boolean {
  const [first = '', second = ''] = words(fact);
  const isVerb = sureVerbs.has(first) || (unsureVerbs.has(first) && !nounSigns.has(second));
  return isVerb && /^\p{L}+(?:,|\s+(?![\p{N}–—-]))/u.test(fact);
}

/** A fact without the full stop behind it and the quotation marks around it. */
function bareFact(fact: Markdown): Markdown {
  return fact.replace(/\s*[.;。]$/, '').replace(/^["“]([^"“”]+)["”]$/, '$1');
}

/** What a fact says of its topic, to go behind a subject; nothing where it has a subject of its own, or several sentences. */
function predicateOf(fact: Markdown): Markdown | undefined {
  const bare = fact.replace(/^(?:it|he|she|they)\s+/i, '');
  if (!beginsWithVerb(bare) || /[:;]\s|\s[–—-]\s|[.!]\s+\p{Lu}/u.test(bare)) return undefined;
  return bare.charAt(0).toLowerCase() + bare.slice(1);
}
