import { countWords, tellingTerms } from './telling.ts';
import { beginsWithVerb } from './wording.ts';
import { endsInLink, hasVerb, words } from './words.ts';

/** Fewest words of a fact that stands alone. */
const FEWEST = 4;

/** A fact that begins so leans on what was said before it ("this means that", "also in plants"). */
const leaning = new Set(
  'this these that those such them also then however therefore thus hence otherwise instead meanwhile so but and or nor because which who whom whose'.split(
    ' ',
  ),
);
/** As one does that points to another line. */
const pointing =
  /^(?:\S+ ){1,2}(?:this|these|them)\b|\b(?:see|as|mentioned|shown|listed) (?:above|below)\b|\bthe (?:former|latter)\b/i;
const reminding = /^(?:to-?do|tbd|fixme|note to self|see|cf|refer to|ask|remember to|look up)\b[:.]?\s/i;

/**
 * Why a fact does not stand alone, as the rest of a sentence that begins with "it"; nothing where it does.
 *
 * @param markdown the fact
 * @param plain what it says, without markup
 */
export function whyNotAlone(markdown: string, plain: string): string | undefined {
  const [first = ''] = words(plain);
  if (/\]\(|https?:|\bwww\.|\bmailto:/i.test(markdown)) return 'holds a link';
  if (/`/.test(markdown) && countWords(markdown.replaceAll(/`[^`]*`/g, ' ')) < FEWEST)
    return 'is little more than code';
  if (countWords(plain) < FEWEST) return 'has fewer than four words';
  if (/[?？]["'”’»)\]]*(?:\s|$)/u.test(plain)) return 'is a question';
  if (isBroken(plain)) return 'breaks off';
  if (reminding.test(plain)) return 'is a reminder, not a fact';
  if (leaning.has(first) || pointing.test(plain)) return 'leans on what stands before it';
  if (isListItem(plain)) return 'is only an item of a list';
  if (isList(plain)) return 'only lists things';
  return tellingTerms(plain).size < 2 ? 'says too little by itself' : undefined;
}

/** What a fact says behind the labels that were put in front of it: "Standard: free for everyone". */
export function behindLabel(plain: string): string {
  return plain.replace(/^.*:\s/s, '');
}

/** It ends or begins within a sentence, or a bracket or quotation mark of it is open. */
function isBroken(plain: string): boolean {
  const count = (mark: string) => plain.split(mark).length;
  const isOpen = count('(') !== count(')') || count('[') !== count(']') || count('"') % 2 === 0;
  return (
    isOpen || endsInLink(plain) || /(?:[:,…]|\.\.|\s[–—=-])$/.test(plain) || /^[,.;:!?)\]}…]/.test(plain)
  );
}

/** A label and a name or two: there are more such, and none of them says anything. A number or a date does. */
function isListItem(plain: string): boolean {
  const item = behindLabel(plain);
  return (
    item !== plain &&
    countWords(item) < 3 &&
    !/\p{N}{2}/u.test(item) &&
    !hasVerb(item) &&
    !beginsWithVerb(item)
  );
}

/** Names in a row, without a label that says what they are. */
function isList(plain: string): boolean {
  const bare = plain.replaceAll(/\([^()]*\)/g, ' ');
  const items = bare.split(/\s*(?:[,;/&+]|\b(?:and|or)\b)\s*/).filter((item) => item !== '');
  return (
    items.length > 2 &&
    !bare.includes(': ') &&
    !hasVerb(bare) &&
    !beginsWithVerb(bare) &&
    items.every((item) => words(item).length < 3)
  );
}
