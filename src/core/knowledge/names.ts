/** Who makes a thing is no part of its name: people leave it out. */
const vendor = /^(?:aws|amazon)\s+/;
const article = /^(?:the|an?)\s+/;
/** Accents that stand apart from their letter after NFKD. */
const accents = /[\u0300-\u036f]/gu;

/** A name as people tell names apart: case, spaces, punctuation, accents and "AWS" or "Amazon" in front aside. */
export function foldName(name: string): string {
  return words(name).join('') || name.trim().toLowerCase();
}

/** The "same thing" key of a name: as `foldName`, with plurals aside too ("Secret Manager" is "AWS Secrets Manager"). */
export function nameKey(name: string): string {
  return words(name).map(singular).join('') || name.trim().toLowerCase();
}

/** A sentence with case, white space and punctuation aside: two such are the same statement. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}+#%<>=]+/gu, ' ')
    .trim();
}

function words(name: string): string[] {
  const folded = name.normalize('NFKD').replaceAll(accents, '').normalize('NFC').toLowerCase();
  const bare = folded.trim().replace(article, '').replace(vendor, '');
  return bare.split(/[^\p{L}\p{N}\p{M}+#]+/u).filter((word) => word !== '');
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  return word.replace(/ies$/, 'y').replace(/(?<=s|x|ch|sh)es$|s$/, '');
}
