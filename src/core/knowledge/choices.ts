import type { List } from 'mdast';
import { leaveOut } from './bullets.ts';
import { quote } from './findings.ts';
import { type Inline, inline } from './inline.ts';
import { fitLength } from './lengths.ts';
import { CHOICES } from './limits.ts';
import { lineOf, type Page } from './markdown.ts';

/** A choice as it stands in the file. */
export interface ReadChoice extends Inline {
  right: boolean;
}

/** Reads the choices of the question at `line` from its task lists. What cannot be graded is an error. */
export function readChoices(page: Page, lists: readonly List[], line: number): ReadChoice[] {
  const choices = lists.flatMap((list) => readList(page, list));
  const { report } = page;
  if (choices.length > CHOICES.most) {
    report.error(line, `the question has ${choices.length} choices`, `leave at most ${CHOICES.most}`);
  }
  if (choices.length < CHOICES.fewest) {
    report.error(line, 'the question has less than two choices', 'add choices as "- [ ] ..." lines');
  } else if (choices.every((choice) => !choice.right)) {
    report.error(line, 'the question has no right choice', 'mark it with [x]');
  } else if (choices.every((choice) => choice.right)) {
    report.error(line, 'the question has no wrong choice', 'add one, marked with [ ]');
  }
  reportEqual(page, choices);
  for (const choice of choices) fitLength(report, choice, 'choice');
  return choices;
}

/** Whether choices must keep their order: true/false, yes/no, numbers with or without a unit, and "all of the above". */
export function areOrdered(texts: readonly string[]): boolean {
  const all = (pattern: RegExp) => texts.every((text) => pattern.test(text.trim()));
  return (
    all(/^(?:true|false|yes|no)$/i) ||
    all(/^[<>≤≥~±$€£]?\s?[-+−]?\d[\d.,:\s]*(?:%|[\p{L}°²³/]+(?:\s[\p{L}°²³/]+)?)?$/u) ||
    texts.some((text) => /^(?:all|none|both) of the above\b/i.test(text.trim()))
  );
}

function readList(page: Page, list: List): ReadChoice[] {
  return list.children.flatMap((item): ReadChoice[] => {
    const line = lineOf(item);
    const [first, ...others] = item.children;
    for (const node of others) leaveOut(page, node);
    if (first?.type !== 'paragraph' || typeof item.checked !== 'boolean') {
      page.report.error(line, 'a choice has no box or no text', 'write "- [x] right" or "- [ ] wrong"');
      return [];
    }
    return [{ ...inline(page, first.children, line), right: item.checked }];
  });
}

function reportEqual(page: Page, choices: readonly ReadChoice[]): void {
  for (const [index, { plain, line }] of choices.entries()) {
    const earlier = choices.slice(0, index).map((choice) => choice.plain);
    if (earlier.includes(plain)) {
      page.report.error(line, `the choice ${quote(plain)} is there twice`, 'change one of the two');
    } else if (earlier.some((other) => other.toLowerCase() === plain.toLowerCase())) {
      page.report.warn(line, `two choices differ only in capitals: ${quote(plain)}`, 'change one of the two');
    }
  }
}
