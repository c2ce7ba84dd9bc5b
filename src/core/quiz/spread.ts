/**
 * The items in about the same order, with no two of a group beside each other where that can be avoided, and else with as few as can be.
 * Each time the first item goes whose group is not the last one's, unless more than half of what is left is of one group: then that one
 * must.
 */
export function spread<T>(items: readonly T[], groupOf: (item: T) => string): T[] {
  const left = [...items];
  const counts = new Map<string, number>();
  for (const item of items) counts.set(groupOf(item), (counts.get(groupOf(item)) ?? 0) + 1);
  let last: string | undefined;
  return items.flatMap(() => {
    const largest = [...counts].find(([group, count]) => count * 2 > left.length && group !== last)?.[0];
    const found = left.findIndex((item) =>
      largest !== undefined ? groupOf(item) === largest : groupOf(item) !== last,
    );
    const [item] = left.splice(Math.max(found, 0), 1);
    if (item === undefined) return [];
    last = groupOf(item);
    counts.set(last, (counts.get(last) ?? 0) - 1);
    return [item];
  });
}
