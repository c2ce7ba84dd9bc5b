import type { Block, Line } from './blocks.ts';
import { printLine, type Run, words } from './runs.ts';

/**
 * Lays text out on pages, the sizes of which come round again and again: cut between parts where that leaves no page half empty, else
 * between lines, else between words.
 *
 * @param sizes characters, each at least 1,900 so that the longest piece that is never cut fits
 * @returns Discord Markdown, no page blank or longer than its size
 */
export function flow(blocks: readonly Block[], sizes: readonly [number, ...number[]]): string[] {
  const pages: string[] = [''];
  const sizeOf = (page: number) => sizes[page % sizes.length] ?? sizes[0];
  const page = () => pages.at(-1) ?? '';
  const fits = (piece: string) => page().length + piece.length <= sizeOf(pages.length - 1);
  const worthTurning = (piece: string) =>
    page().length >= sizeOf(pages.length - 1) / 2 && piece.length <= sizeOf(pages.length);
  const add = (piece: string, gap: string) => {
    pages[pages.length - 1] = page() === '' ? piece : page() + gap + piece;
  };

  const addLine = (line: Line, gap: string) => {
    const printed = print(line, line.runs);
    if (fits(gap + printed)) return add(printed, gap);
    if (worthTurning(printed)) {
      pages.push('');
      return add(printed, '');
    }
    let left = words(line.runs);
    let prefix = line.first;
    while (left.length > 0) {
      const rest = left;
      const piece = (count: number) => print({ first: prefix }, rest.slice(0, count));
      const count = most(rest.length, (some) => fits(gap + piece(some)));
      if (count === 0) pages.push('');
      else {
        if (piece(count) !== prefix) add(piece(count), gap);
        left = rest.slice(count);
        prefix = line.rest;
      }
    }
  };

  for (const { lines, close } of blocks) {
    const whole = lines.map((line) => print(line, line.runs)).join('\n');
    const gap = close ? '\n' : '\n\n';
    if (fits(gap + whole)) {
      add(whole, gap);
      continue;
    }
    if (worthTurning(whole)) pages.push('');
    lines.forEach((line, index) => {
      addLine(line, index === 0 ? gap : '\n');
    });
  }
  return pages.filter((text) => text !== '');
}

function print({ first }: Pick<Line, 'first'>, runs: readonly Run[]): string {
  return first + printLine(runs);
}

/** The largest of 0 to `highest` that fits, where what fits gets rarer as numbers grow. */
function most(highest: number, fits: (count: number) => boolean): number {
  let low = 0;
  let high = highest;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
