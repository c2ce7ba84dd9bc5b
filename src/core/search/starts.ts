/** Texts in their order, to find those that begin alike. */
export class StartIndex {
  readonly #sorted: readonly string[];

  constructor(texts: Iterable<string>) {
    this.#sorted = [...texts].sort();
  }

  /** The texts that begin with `start`, in alphabetical order, at most `limit`. */
  startingWith(start: string, limit: number): string[] {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? '') < start) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let at = low; found.length < limit; at++) {
      const text = this.#sorted[at];
      if (!text?.startsWith(start)) break;
      found.push(text);
    }
    return found;
  }
}
