/** Most texts that `TrigramIndex.near` hands on to a closer comparison. */
export const MAX_CANDIDATES = 50;
/** Postings that one look-up reads at most: keeps it far under a millisecond however large the deck is. */
const MAX_POSTINGS = 6000;

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

  /** At most `MAX_CANDIDATES` texts that share the most pieces with `text`, best first. */
  near(text: string): string[] {
    const lists = [...gramsOf(text)].flatMap((gram) => [this.#postings.get(gram) ?? []]);
    lists.sort((a, b) => a.length - b.length);
    const shared = new Map<number, number>();
    let read = 0;
    for (const ids of lists) {
      read += ids.length;
      if (read > MAX_POSTINGS && shared.size > 0) break;
      for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    const overlap = (id: number, count: number) => count / (text.length + (this.#texts[id]?.length ?? 0));
    return [...shared]
      .map(([id, count]) => ({ id, overlap: overlap(id, count) }))
      .sort((a, b) => b.overlap - a.overlap || a.id - b.id)
      .slice(0, MAX_CANDIDATES)
      .flatMap(({ id }) => this.#texts[id] ?? []);
  }
}

/** The pieces of a text, its edges marked: triples of letters, and pairs, since one slip in a short word leaves no triple whole. */
function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  const edged = `^${text}$`;
  for (let i = 0; i + 2 <= edged.length; i++) {
    grams.add(edged.slice(i, i + 2));
    if (i + 3 <= edged.length) grams.add(edged.slice(i, i + 3));
  }
  return grams;
}
