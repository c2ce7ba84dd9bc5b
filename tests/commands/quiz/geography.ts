import { deckOf } from '../stage.ts';

const question = (stem: string, right: string, id: string, level = 1) => `### ${stem}
level ${level} · task 1.${level} · id ${id}

- [x] ${right}
- [ ] Lyon
- [ ] Porto
- [ ] Krakow

> ${right} is where the government sits; Lyon is not.
`;

const topic = (name: string, ...questions: string[]) => `---
name: ${name}
category: capitals
docs: https://example.org/${name.toLowerCase()}
---
${name} is a country.

## Facts
- ${name} has a capital.

## Questions
${questions.join('\n')}`;

/** A small deck to play with: its right choices stand first in the file. */
export const geography = deckOf('geography', {
  'deck.yaml': 'name: Geography\ncommand: geo\ncategories: { capitals: Capitals, rivers: Rivers }\n',
  'france.md': topic(
    'France',
    question('Which city governs the country of wine?', 'Paris', 'france-capital'),
    question('Which city has the Louvre?', 'Paris', 'france-louvre', 2),
    question('Which city held the games of 2024?', 'Paris', 'france-games', 3),
  ),
  'portugal.md': topic(
    'Portugal',
    question('Which city governs the country of port wine?', 'Lisbon', 'portugal-capital'),
    question('Which city was shaken in 1755?', 'Lisbon', 'portugal-quake', 2),
  ),
  'poland.md': topic(
    'Poland',
    question('Which city governs the country of pierogi?', 'Warsaw', 'poland-capital'),
    `### Which two rivers are Polish? (Choose TWO.)
level 2 · task 1.2 · id poland-rivers

- [x] Vistula
- [x] Warta
- [ ] Seine
- [ ] Loire
- [ ] Tagus

> The Vistula and the Warta; the Seine is French.
`,
  ),
});
