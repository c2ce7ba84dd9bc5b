/**
 * Counts the typing slips between two words: a letter added, left out, changed, or two neighbours swapped (optimal string
 * alignment). Stops counting past `limit` and then returns `limit + 1`.
 */
export function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const over = limit + 1;
  let beforeLast: number[] = [];
  let last: number[] = [];
  for (let j = 0; j <= b.length; j++) last.push(j);
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = new Array(b.length + 1).fill(over);
    row[0] = i;
    let best = over;
    // Off this band around the diagonal there are more slips than the limit in any case.
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let cost = Math.min((last[j] ?? over) + 1, (row[j - 1] ?? over) + 1, (last[j - 1] ?? over) + same);
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? over) + 1);
      }
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > limit) return over;
    beforeLast = last;
    last = row;
  }
  return Math.min(over, last[b.length] ?? over);
}

/** How many slips a word or glued name of this length may hold and still be taken for another: none under 4 letters. */
export function slipsAllowed(length: number): number {
  if (length < 4) return 0;
  if (length < 6) return 1;
  return length < 17 ? 2 : 3;
}
