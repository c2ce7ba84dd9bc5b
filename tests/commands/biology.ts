import { deckOf } from './stage.ts';

/** A small deck with everything that a card can show. */
export const biology = deckOf('biology', {
  'deck.yaml': `name: Cell biology
categories: { organelles: Organelles, processes: Processes }
elsewhere:
  Photosystem: { also: [photosystem II], is: Part of how plants catch light., docs: "https://example.org/photosystem", near: respiration }
`,
  'mitochondrion.md': `---
name: Mitochondrion
aliases: [power plant]
category: organelles
docs: https://example.org/mitochondrion
reviewed: 2026-11-21
related: [nucleus, respiration]
---
The mitochondrion turns food into energy that a cell can use. It has two membranes.

## Facts
- A mitochondrion makes ATP.
- The inner membrane of a mitochondrion is folded.
- Mitochondria carry DNA of their own.
- Children inherit mitochondria from their mother.
- Muscle cells hold thousands of mitochondria.
- Red blood cells of mammals have no mitochondria.

## Not to be confused with
- [Nucleus](nucleus.md): The mitochondrion makes energy; the nucleus keeps the plans.

## People also ask
- where does a cell get its energy from?

## Tips
- Think of a mitochondrion as the power plant of the cell.
`,
  'nucleus.md': `---
name: Nucleus
category: organelles
---
It keeps the DNA of a cell.

## Facts
- The nucleus has pores.
- The nucleus holds the chromosomes.
`,
  'respiration.md': `---
name: Cell respiration
aliases: [aerobic respiration]
category: processes
---
Cell respiration burns sugar with oxygen. It happens all the time.

## Facts
- Cell respiration needs oxygen.
`,
});

export const history = deckOf('history', {
  'rome.md':
    '# Rome\n\n## Caesar\n- crossed the Rubicon in 49 BC\n\n## Augustus\n- was the first emperor of Rome\n',
});
