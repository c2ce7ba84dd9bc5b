/** Something that changes, and those who wait for it to be in some state. */
export class Watch {
  readonly #waiting = new Set<() => void>();

  changed(): void {
    for (const check of [...this.#waiting]) check();
  }

  /** Resolves as soon as it is so; looks after every change. */
  until(what: () => boolean): Promise<void> {
    return new Promise((done) => {
      const check = () => {
        if (!what()) return;
        this.#waiting.delete(check);
        done();
      };
      this.#waiting.add(check);
      check();
    });
  }
}
