import { plainText } from '../markdown.ts';
import type { Markdown } from '../types.ts';
import { breaksOff, hasVerb, isAspect, isKind, words } from './words.ts';

/** "Name: text" or "Name - text" in two. */
export interface Definition {
  /** The name, without markup. */
  name: string;
  text: Markdown;
}

const bold = /^(\*\*|__)(?<name>[^*_]+?)(?::\s*\1|\1\s*(?::|[-–—=](?=\s)))\s*(?<text>\S.*)$/s;
const simple = /^(?<name>.{1,80}?)(?::|\s[-–—=])\s+(?<text>\S.*)$/s;

/** Splits "**Shield**: text", "Shield: text" or "Shield - text"; nothing where the first part does not look like a name. */
export function splitDefinition(markdown: Markdown): Definition | undefined {
  const found = (bold.exec(markdown) ?? simple.exec(markdown))?.groups;
  if (found === undefined || !isWhole(found.name ?? '') || !isWhole(found.text ?? '')) return undefined;
  const name = bareName(plainText(found.name ?? ''));
  return looksLikeName(name) ? { name, text: found.text ?? '' } : undefined;
}

/** The part before the first colon or dash, for use in front of what stands below. */
export function headOf(markdown: Markdown): Markdown {
  const name = simple.exec(markdown)?.groups?.name;
  const head = name !== undefined && isWhole(name) ? name : markdown;
  return head.replace(/[.:;,]+$/, '');
}

/** A name without the number in front ("1.2 Cells") and the colon behind it. */
export function bareName(plain: string): string {
  return plain
    .replace(/^(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+)\s+/, '')
    .replace(/\s*:+$/, '')
    .trim();
}

/** Short, not a sentence, not broken off, and not only a side of something else ("Causes", "Standard"). */
export function looksLikeName(plain: string): boolean {
  const main = plain.replace(/\s*\([^()]*\)\s*$/, '');
  const count = words(main).length;
  const isPhrase = count >= 1 && count <= 6 && plain.length <= 80 && !/[.!?;,]$/.test(main);
  return isPhrase && !breaksOff(main) && !hasVerb(main) && !isAspect(main) && !isKind(main);
}

/** Whether a piece cut out of Markdown leaves no mark open. */
function isWhole(piece: Markdown): boolean {
  const count = (mark: string) => piece.split(mark).length - 1;
  const pairs = count('[') === count(']') && count('(') === count(')');
  return pairs && count('`') % 2 === 0 && count('*') % 2 === 0 && count('__') % 2 === 0;
}
