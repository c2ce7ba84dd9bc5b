import { expect } from 'vitest';
import type { Attack } from './attack.ts';
import type { Report } from './run.ts';
import { count } from './subject.ts';

/** What the program may print beside its log. */
const printable = /^(Discord: connected as|Slack: |Playground: |No display here|To bring it to)/;

/**
 * The program is as well as before, and has a line or a status for whatever it refused.
 *
 * @param growth how many times as much memory may be in use at the end as half-way
 */
export function judge(report: Report, attacks: readonly Attack[], growth: number): void {
  const { subject, answers, heap, metrics, polluted, alive } = report;
  for (const answer of answers) expect(answer).toContain('Adding up');
  expect({ alive, polluted }).toEqual({ alive: true, polluted: false });
  expect(attacks.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(subject.leaks).toEqual([]);
  expect(subject.printed.filter((line) => !printable.test(line))).toEqual([]);
  expect([...subject.examples.values()].filter((line) => line.includes('nobody cared'))).toEqual([]);
  expect(metrics).toEqual(subject.answered);
  expect(heap.end / heap.half).toBeLessThan(growth);
}

/** How many requests of an attack came to a status. */
export function came({ outcomes }: Attack, status: string): number {
  return [...outcomes].reduce((sum, [what, times]) => sum + (what.endsWith(`: ${status}`) ? times : 0), 0);
}

/** How many requests were refused, by status; what is cut off is not answered, and counts as unreadable. */
export function refusalsIn(attacks: readonly Attack[]): Map<string, number> {
  const refusals = new Map<string, number>();
  for (const { outcomes } of attacks)
    for (const [what, times] of outcomes) {
      const status = what.endsWith(': cut') ? '400' : /: (4\d\d)$/.exec(what)?.[1];
      if (status !== undefined) count(refusals, status, times);
    }
  return refusals;
}

/** How often the program logged a sentence that begins like this. */
export function logged({ subject }: Report, beginning: string): number {
  return [...subject.logged].reduce(
    (sum, [kind, times]) => sum + (kind.slice(3).startsWith(beginning) ? times : 0),
    0,
  );
}
