import type { Question } from '../../../../src/core/knowledge/types.ts';
import { deckOf } from '../decks.ts';

export const cells = `# Cell biology
- Nucleus
  - contains most of the DNA
  - surrounded by a double membrane with pores
- Mitochondria
  - powerhouse of the body, makes ATP
  - inherited from the mother only.
- Ribosomes
  - It translates mRNA into chains
  - two subunits, 60S and 40S in yeast
- Lysosomes
  - integrates with
    - the outer membrane by fusion
`;

/** The questions that are made of notes. */
export const made = (files: Record<string, string>): Question[] =>
  deckOf(files).topics.flatMap(({ questions }) => questions);
