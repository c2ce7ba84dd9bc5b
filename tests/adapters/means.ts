import type { Finding, Means } from '../../src/chat/examination.ts';

/** An examination that waits for every answer. */
export const patient: Means = { now: Date.now, inTime: (answer) => answer };

/** The sentences about something, each with how it stands. */
export function about(findings: readonly Finding[], what: string): string[] {
  return findings.filter((one) => one.about === what).map(({ state, sentence }) => `${state}: ${sentence}`);
}
