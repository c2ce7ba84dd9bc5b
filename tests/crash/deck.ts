import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A question of the tests' deck. */
export interface Sum {
  stem: string;
  right: string;
  wrong: string;
}

/** All questions of the deck: no wording of a choice is part of another. */
export const sums: readonly Sum[] = Array.from({ length: 24 }, (_, index) => {
  const [one, other] = [100 + 17 * index, 100 + 31 * (index + 3)];
  return {
    stem: `How much is ${one} and ${other}?`,
    right: String(one + other),
    wrong: String(one + other + 10),
  };
});

/** The right choice of the question in a text. */
export function rightTo({ text }: { text: string }): string {
  return sums.find(({ stem }) => text.includes(stem))?.right ?? '';
}

/** All tips of the deck. */
export const tips: readonly string[] = ['tens', 'fives', 'pairs', 'carries'].map(
  (what) => `Look for the ${what} before you add up.`,
);

/** Writes the deck into a folder of its own, for KNOWLEDGE_DIR. */
export function sumsFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sums-'));
  const deck = join(folder, 'sums');
  mkdirSync(deck);
  writeFileSync(join(deck, 'deck.yaml'), 'name: Sums\ncommand: sums\n');
  const questions = sums.map(({ stem, right, wrong }) => {
    const others = [Number(right) + 1, Number(right) - 20].map((choice) => `- [ ] ${choice}`).join('\n');
    return `### ${stem}\n\n- [x] ${right}\n- [ ] ${wrong}\n${others}\n\n> Count again.\n`;
  });
  writeFileSync(
    join(deck, 'addition.md'),
    `---\nname: Addition\n---\nAdding up.\n\n## Tips\n${tips.map((tip) => `- ${tip}`).join('\n')}\n\n## Questions\n${questions.join('\n')}`,
  );
  return folder;
}
