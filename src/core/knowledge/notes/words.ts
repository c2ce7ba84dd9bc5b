import { nameKey } from '../names.ts';

/** A phrase that ends with one of these only introduces what comes next ("integrates with"). */
const links =
  'about after against among and around as at because before between but by during except for from if in including into like of on or over per than that the through to towards under until using via when where which while who whose with within without e.g';

/** Verbs that want an object ("finds", "supports"), and those that make a sentence of a phrase. */
const verbs =
  'affects allows are became becomes brings builds can carries causes checks collects comprises consists contains controls could covers creates defines detects did do does enables ensures explains finds forms gives had handles has have helps holds includes integrates involves is keeps lets made makes manages may means measures monitors must needs offers prevents produces prohibits protects provides reduces releases requires runs sends shall should stores supports takes tracks turns used uses was were will would';

/** Verbs that are nouns as well, unless they stand first ("Uses AI", but "Allowed uses"). */
const nouns =
  'builds can causes checks controls forms holds links means measures may needs offers runs stores supports takes tracks turns uses used will';

/** What names a side of something ("Causes" of a war, the "Standard" tier) or a party to it, and no topic of its own. */
const aspects =
  'advanced, advantages, aims, applications, background, basic, basics, benefits, causes, challenges, characteristics, cons, conclusion, consequences, context, cost, criticism, date, dates, decision, definition, description, details, differences, disadvantages, drawbacks, duration, effects, equation, examples, exam tips, exceptions, facts, features, formula, free, function, further reading, goals, held, history, holding, how it works, impact, importance, inputs, introduction, issue, judgment, judgement, key facts, key features, key points, legacy, limitations, limits, location, main ideas, main points, meaning, mechanism, misc, notes, origins, other, outcome, outcomes, outputs, overview, paid, premium, price, pricing, pros, pros and cons, process, properties, provisions, purpose, questions, quotes, reasoning, recap, reference, references, requirements, result, results, role, rule, see also, significance, sources, standard, structure, summary, symptoms, tiers, timeline, tips, treatment, uses, use cases, used for, warning, what is it, what it is, why it matters, aws, you, we, us, they, them, me, customer, user, client, provider, vendor, yes, no';

/** What names a group: no topic as a bullet, but as a heading it may stand over topics. */
const kinds =
  'components, elements, events, key concepts, key dates, key figures, key ideas, key people, key terms, kinds, parts, people, phases, stages, steps, terms, themes, types';

const linkWords = new Set(links.split(' '));
const verbWords = new Set(verbs.split(' '));
const nounWords = new Set(nouns.split(' '));
const aspectKeys = new Set(aspects.split(', ').map(nameKey));
const kindKeys = new Set(kinds.split(', ').map(nameKey));

/** The words of a text in lower case. */
export function words(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}'’.+#/-]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, ''))
    .filter((word) => word !== '');
}

/** Whether a phrase breaks off and goes on in what follows: "integrates with", "finds" (but not "Causes", the heading). */
export function breaksOff(phrase: string): boolean {
  if (isAspect(phrase)) return false;
  const all = words(phrase);
  return endsInLink(phrase) || (verbWords.has(all.at(-1) ?? '') && all.length <= 6);
}

/** Whether a text ends with a word that joins it to what should come next: "integrates with". */
export function endsInLink(text: string): boolean {
  return linkWords.has(words(text).at(-1) ?? '');
}

/** Whether a verb makes a sentence of a phrase, as far as a short list of English ones can tell. */
export function hasVerb(phrase: string): boolean {
  const all = words(phrase);
  const leads = all.length > 1 && !linkWords.has(all[1] ?? '');
  return all.some((word, index) => verbWords.has(word) && (!nounWords.has(word) || (index === 0 && leads)));
}

/** Whether a name is only a side of something else: "Causes", "Standard", "you". */
export function isAspect(name: string): boolean {
  return aspectKeys.has(nameKey(name));
}

/** Whether a name is only a word for a group of things: "Types", "Key people". */
export function isKind(name: string): boolean {
  return kindKeys.has(nameKey(name));
}
