let given = 0;

/** An id that no other is in this test file, and the same whenever the file is run: what is drawn by it is, too. */
export function nextId(): string {
  given += 1;
  return `id-${given}`;
}
