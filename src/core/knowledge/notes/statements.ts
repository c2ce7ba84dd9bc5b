import { escapeMarkdown } from '../inline.ts';
import { cut } from '../lengths.ts';
import { LENGTHS } from '../limits.ts';
import { plainText } from '../markdown.ts';
import type { Fact, Markdown } from '../types.ts';
import { headOf, splitDefinition } from './definition.ts';
import type { Item } from './outline.ts';
import { breaksOff, hasVerb, words } from './words.ts';

/** Longest text that is put in front of what stands below it, so that most of a fact is its own. */
const MAX_LEAD = 120;

/**
 * The facts that items and all below them make. Each is to stand alone as far as notes allow: a bullet that only introduces
 * ("finds", "standard") goes in front of each of its children ("finds exposure", "standard: free").
 */
export function statementsOf(items: readonly Item[], file: string, lead = ''): Fact[] {
  return items.flatMap((item): Fact[] => {
    const text = behind(lead, item.markdown);
    const own = item.children.length === 0 || saysSomething(item) ? factsFrom(text, file, item.line) : [];
    return [...own, ...statementsOf(item.children, file, leadOf(lead, item))];
  });
}

/** One fact, or several where the text is too long for one: then its sentences are parted. */
export function factsFrom(markdown: Markdown, file: string, line: number): Fact[] {
  const { most } = LENGTHS.fact;
  const source = { file, line };
  if (markdown === '') return [];
  if (markdown.length <= most) return [{ text: markdown, source }];
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(plainText(markdown));
  const texts: string[] = [];
  for (const { segment } of sentences) {
    const sentence = escapeMarkdown(segment.trim());
    const last = texts.at(-1);
    if (last !== undefined && last.length + sentence.length < most)
      texts[texts.length - 1] = `${last} ${sentence}`;
    else texts.push(sentence);
  }
  return texts.map((text) => ({
    text: text.length > most ? escapeMarkdown(cut(plainText(text), most)) : text,
    source,
  }));
}

/** Whether a bullet with others below it is a fact by itself, not only their introduction. */
function saysSomething({ markdown, plain }: Item): boolean {
  if (/:$/.test(plain) || breaksOff(plain)) return false;
  const count = words(plain).length;
  return (
    count >= 7 ||
    (count >= 3 && hasVerb(plain)) ||
    /[.!]$/.test(plain) ||
    splitDefinition(markdown) !== undefined
  );
}

/** What goes in front of the children of `item`, which itself stands behind `lead`. */
function leadOf(lead: Markdown, item: Item): Markdown {
  const head = headOf(item.markdown);
  if (lead === '' || head === '') return head || lead;
  const both = breaksOff(lead) ? `${lead} ${head}` : `${lead} – ${head}`;
  return both.length <= MAX_LEAD ? both : head;
}

function behind(lead: Markdown, text: Markdown): Markdown {
  if (lead === '' || lead.length > MAX_LEAD || text === '') return text;
  return breaksOff(lead) ? `${lead} ${text}` : `${lead}: ${text}`;
}
