/** Letters that only look like two when an accent is taken apart (U+0300 to U+036F). */
const accents = /[\u0300-\u036f]/gu;

/** A short, stable fingerprint of a text: 7 of a-z and 0-9 (32-bit FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}

/** Whether `id` has the form of a topic's, category's, question's or tip's id: 1 to `most` of a-z, 0-9 and `-`. */
export function isId(id: string, most: number): boolean {
  return id.length <= most && /^[a-z0-9]+(?:-+[a-z0-9]+)*$/.test(id);
}

/**
 * An id made from any text, at most `most` (10 or more) characters. Where letters are lost (not Latin, or too long) a hash of the
 * text keeps it apart from its like.
 */
export function idFrom(text: string, most: number): string {
  const folded = text.normalize('NFKD').replaceAll(accents, '').toLowerCase();
  const words = folded.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const whole = words.join('-');
  const lost = /[^\P{L}a-z]/u.test(folded);
  if (whole !== '' && whole.length <= most && !lost) return whole;
  const kept = whole.slice(0, most - 8);
  const cut = whole.length > kept.length ? kept.replace(/-[^-]*$/, '') : kept;
  return cut === '' ? shortHash(text) : `${cut}-${shortHash(text)}`;
}

/** `id` as it is or, where `taken` holds it, with a hash of `text` that makes it unique; the result is added to `taken`. */
export function uniqueId(id: string, text: string, most: number, taken: Set<string>): string {
  let unique = id;
  for (let round = 0; taken.has(unique); round += 1) {
    unique = `${id.slice(0, most - 8).replace(/-+$/, '')}-${shortHash(`${text} ${round}`)}`;
  }
  taken.add(unique);
  return unique;
}
