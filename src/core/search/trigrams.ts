/** Most texts that `TrigramIndex.near` hands on to a closer comparison. */
export const MAX_CANDIDATES = 50;
/** Postings after which no further list is begun: keeps a look-up under a tenth of a millisecond however large the deck is. */
const MAX_POSTINGS = 1000;
/** A slip in a short text leaves no triple of its letters whole: up to this length pairs are compared as well. */
const SHORT = 7;

/** Finds the few texts that share letters with a misspelt one, without comparing it to all. */
export class TrigramIndex {
  readonly #texts: readonly string[];
  readonly #postings = new Map<string, number[]>();

  constructor(texts: Iterable<string>) {
    this.#texts = [...texts];
    for (const [id, text] of this.#texts.entries()) {
      for (const gram of gramsOf(text)) {
        const ids = this.#postings.get(gram);
        if (ids) ids.push(id);
        else this.#postings.set(gram, [id]);
      }
    }
  }

  /** The texts that share the most letters with `text`, best first, at most `reach` letters longer or shorter. */
  near(text: string, reach: number): string[] {
    const lists = gramsOf(text).flatMap((gram) => [this.#postings.get(gram) ?? []]);
    lists.sort((a, b) => a.length - b.length);
    const shared = new Map<number, number>();
    let read = 0;
    for (const ids of lists) {
      if (read > 0 && read + ids.length > MAX_POSTINGS) break;
      read += ids.length;
      for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    const found: { known: string; overlap: number }[] = [];
    for (const [id, count] of shared) {
      const known = this.#texts[id] ?? '';
      if (Math.abs(known.length - text.length) <= reach)
        found.push({ known, overlap: count / (known.length + text.length) });
    }
    return found
      .sort((a, b) => b.overlap - a.overlap)
      .slice(0, MAX_CANDIDATES)
      .map(({ known }) => known);
  }
}

/** The triples of letters in a text, its edges marked; in a short text the pairs too. */
function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  const edged = `^${text}$`;
  for (let at = 0; at + 3 <= edged.length; at++) grams.add(edged.slice(at, at + 3));
  if (text.length <= SHORT) for (let at = 0; at + 2 <= edged.length; at++) grams.add(edged.slice(at, at + 2));
  return [...grams];
}
