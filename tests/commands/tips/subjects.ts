import { deckOf } from '../stage.ts';

const topic = (name: string, category: string, question = '') => `---
name: ${name}
category: ${category}
docs: https://example.org/${name.toLowerCase()}
---
${name} is a tree.

## Facts
- ${name} has leaves.

## Tips
- ${name} grows slowly. · id ${name.toLowerCase()}-slow
- ${name} likes rain. · id ${name.toLowerCase()}-rain
${question}`;

const question = (name: string) => `
## Questions
### Which tree has a nut called after it? (${name.length})
level 1 · task 1.1 · id ${name.toLowerCase()}-nut

- [x] ${name}
- [ ] Willow
- [ ] Poplar
- [ ] Alder

> ${name} has one; the willow has none.
`;

/** A deck with two tips a topic, in two categories, and a question for two of its topics. */
export const trees = deckOf('trees', {
  'deck.yaml': 'name: Trees\ncategories: { broad: Broad leaves, needles: Needles }\n',
  'hazel.md': topic('Hazel', 'broad', question('Hazel')),
  'walnut.md': topic('Walnut', 'broad', question('Walnut')),
  'larch.md': topic('Larch', 'needles'),
});
