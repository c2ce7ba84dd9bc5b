import { found } from '../decks.ts';

/** A question in short; the first wrong choice is the one that its explanation speaks of. */
export interface Asked {
  stem: string;
  right: string[];
  wrong: string[];
  why?: string;
}

/** A topic file with these questions, each six lines or more apart. */
export function topicAsking(front: string, questions: readonly Asked[], body = 'A topic.'): string {
  const blocks = questions.map(({ stem, right, wrong, why = `Not so ${wrong[0]}.` }) =>
    [
      `### ${stem}`,
      '',
      ...right.map((text) => `- [x] ${text}`),
      ...wrong.map((text) => `- [ ] ${text}`),
      '',
      `> ${why}`,
      '',
    ].join('\n'),
  );
  return `---\n${front}\n---\n${body}\n\n## Questions\n${blocks.join('\n')}`;
}

/** What is found in a deck of one topic with these questions, without files and lines. */
export function flawsOf(questions: readonly Asked[]): string[] {
  return whats({ 'tern.md': topicAsking('name: Tern', questions) });
}

/** What is found in these files, without files and lines. */
export function whats(files: Record<string, string>): string[] {
  return found(files).map((line) => line.replace(/^\S+ \S+ /, ''));
}

/** Questions without any flaw: no two of their words are alike, and all are of one length. */
export function flawless(count: number): Asked[] {
  return Array.from({ length: count }, (_, question) => {
    const [a, b, c, d, right = '', ...wrong] = Array.from({ length: 8 }, (_, word) =>
      madeUp(question * 8 + word),
    );
    return { stem: `Why ${a} ${b} ${c} ${d}?`, right: [right], wrong };
  });
}

/** A word of eight letters for each number below 100,000, none of them a stem of another. */
export function madeUp(number: number): string {
  const syllables = ['ba', 'do', 'fu', 'ga', 'ko', 'lu', 'ma', 'no', 'pu', 'ra'];
  return [...String(number).padStart(4, '0')].map((digit) => syllables[Number(digit)]).join('');
}
