import type { AskedQuestion, RoundSetup } from '../../../src/core/quiz/types.ts';

/** A question with choices A, B, C ..., of which the letters given are right. */
export function question(id: string, right = 'B', parts: Partial<AskedQuestion> = {}): AskedQuestion {
  return {
    deck: 'library',
    id,
    topic: { id: 'desk', name: 'Desk' },
    level: 1,
    stem: `What of ${id}?`,
    choices: ['A', 'B', 'C', 'D'].map((letter) => ({ text: letter, right: right.includes(letter) })),
    explanation: '',
    source: { file: 'desk.md', line: 1 },
    ...parts,
  };
}

/** A round of three questions on which B is right, 60 seconds each, with study points. */
export function setupOf(parts: Partial<RoundSetup> = {}): RoundSetup {
  return {
    id: 'round',
    title: 'Desk',
    about: { deck: 'library', topics: ['desk'] },
    seconds: 60,
    scoring: 'study',
    questions: [question('q0'), question('q1'), question('q2')],
    ...parts,
  };
}

/** `BD` as picks. */
export function picks(letters: string): number[] {
  return [...letters].map((letter) => letter.charCodeAt(0) - 65);
}
