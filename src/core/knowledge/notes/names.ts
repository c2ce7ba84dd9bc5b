import { nameKey } from '../names.ts';
import { words } from './words.ts';

const vendor = /^(?:the\s+)?(?:aws|amazon)\s+|^the\s+/i;

/** A name as notes write it, taken apart: "AWS Key Management Service (KMS)". */
export interface NameForms {
  /** As written. */
  whole: string;
  /** Without the brackets behind it. */
  main: string;
  /** What the brackets call it. */
  others: string[];
  /** The one of these that abbreviates another. */
  abbreviation?: string;
}

/** Takes a name apart at the brackets behind it. Dates, formulas and explanations in brackets are no names. */
export function nameForms(whole: string): NameForms {
  const [, main = whole, inside = ''] = /^(.+?)\s*[([（]([^()[\]（）]+)[)\]）]$/.exec(whole) ?? [];
  const others = inside
    .split(/\s*[,;/]\s*|\s+or\s+/)
    .map((other) =>
      other.replace(/^(?:also|aka|a\.k\.a\.|formerly|or|short|abbr\.?)[:\s]+(?:known as\s+)?/i, ''),
    )
    .filter((other) => /\p{L}/u.test(other) && !/[=:]|^(?:e\.g|i\.e|c|ca|see|born|died)\b/i.test(other))
    .filter(
      (other) => words(other).length <= 6 && !/^\p{Ll}.*\s(?:of|for|that|which|with|in|to|by)\s/u.test(other),
    );
  const abbreviation = [main, ...others].find((short) =>
    [main, ...others].some((long) => long !== short && abbreviates(short, long)),
  );
  return { whole, main, others, ...(abbreviation && { abbreviation }) };
}

/** The keys under which a note may mean a thing: its name, and what that abbreviates or is abbreviated as. */
export function sameKeys({ main, others, abbreviation }: NameForms): string[] {
  const related = abbreviation === undefined ? [] : others;
  return [...new Set([main, ...related].map(nameKey))];
}

/** What a name becomes an id by: its abbreviation if it has one, without "AWS" or "Amazon" in front. */
export function shortName({ main, abbreviation }: NameForms): string {
  return (abbreviation ?? main).replace(vendor, '');
}

/** The first letters of the words that matter of a name of three such words or more: "Shared Responsibility Model", SRM. */
export function acronymOf(name: string): string | undefined {
  const initials = words(name.replace(vendor, ''))
    .filter((word) => !/^(?:a|an|and|at|by|for|from|in|of|on|or|the|to|vs|with)$/.test(word))
    .map((word) => word.charAt(0).toUpperCase());
  return initials.length >= 3 && initials.length <= 6 && initials.every((letter) => /\p{L}/u.test(letter))
    ? initials.join('')
    : undefined;
}

/** Whether `short` is written as abbreviations are and `long`, which is not, has its letters in their order. */
function abbreviates(short: string, long: string): boolean {
  const bare = short.replace(vendor, '');
  if (!looksAbbreviated(bare) || looksAbbreviated(long.replace(vendor, ''))) return false;
  let rest = long.toLowerCase();
  for (const letter of bare.toLowerCase().replaceAll(/[^\p{L}]/gu, '')) {
    const index = rest.indexOf(letter);
    if (index < 0) return false;
    rest = rest.slice(index + letter.length);
  }
  return true;
}

function looksAbbreviated(text: string): boolean {
  const capitals = text.replaceAll(/[^\p{Lu}\p{N}]/gu, '').length;
  return /^\S{2,8}$/.test(text) && /\p{Lu}/u.test(text) && capitals * 2 >= text.length;
}
