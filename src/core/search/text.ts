import { stemmer } from 'stemmer';
import { VENDOR } from './words.ts';

/** Longest query that is searched, in characters. */
export const MAX_QUERY = 200;

/** A query as it is searched and shown: white space folded, trimmed, cut to `MAX_QUERY` without halving a character. */
export function tidy(text: string): string {
  const folded = text
    .slice(0, MAX_QUERY * 20)
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .trim();
  const cut = folded.slice(0, MAX_QUERY);
  return (folded.length > MAX_QUERY && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut).trim();
}

/** Splits text into words: lower case, without accents, possessives, punctuation and web addresses; `&` counts as "and". */
export function wordsOf(text: string): string[] {
  return text
    .replace(/\bhttps?:\/\/\S+/gi, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`]s\b/g, '')
    .replace(/['’`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/\bamazon web services?\b/g, 'aws')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The singular of an English noun as far as names need it: "keys" and "policies", but not "kms" or "access". */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !/[siu]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Name words glued together, so that "Guard Duty", "guard-duty" and "AWS GuardDuty" have one key. */
export function nameKey(words: readonly string[]): string {
  return words.filter((word) => !VENDOR.has(word)).join('');
}

/** As `nameKey`, each word in the singular. */
export function singularKey(words: readonly string[]): string {
  return nameKey(words.map(singular));
}

/** What a word is indexed and searched as. */
export function stem(word: string): string {
  return KIN.get(word) ?? stemmer(american(word));
}

/** "organise" is searched as "organize", "behaviour" as "behavior"; short words ("noise", "four") are left alone. */
function american(word: string): string {
  return word
    .replace(/(?<=\p{L}{5})is(e[drs]?|ing|ations?)$/u, 'iz$1')
    .replace(/(?<=\p{L}{3})our(s|al|ed|ing)?$/u, 'or$1')
    .replace(/ys(e[drs]?|ing|is|es)$/u, 'yz$1');
}

/** Where the stemmer's rules part what belongs together, or join what does not: a certificate is no certification. */
const KIN = new Map(
  Object.entries({
    certificate: ['certificate', 'certificates'],
    certif: ['certified'],
    compli: ['compliance', 'compliant', 'noncompliant'],
    detective: ['detective'],
    analyz: ['analysis', 'analyses'],
    vulner: ['vulnerable', 'vulnerability', 'vulnerabilities'],
    patch: ['patching', 'patched', 'patches'],
  }).flatMap(([term, words]) => words.map((word): [string, string] => [word, term])),
);
