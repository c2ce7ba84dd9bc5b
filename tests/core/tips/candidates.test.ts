import { describe, expect, test } from 'vitest';
import { tipsOf } from '../../../src/core/tips/candidates.ts';
import { deckOf, topicFile } from '../knowledge/decks.ts';

const tern = `A sea bird.

## Facts
- It flies from the Arctic to the Antarctic each year.

## Tips
- A tern that hovers is fishing. · id tern-hovers
- Look for the **forked** tail.`;

const notes = `# Sea birds
## Gannet
- dives from thirty metres at a hundred kilometres an hour
- see above
- why does it not get hurt?
- [a film](https://example.org/gannet)
- air sacs under its skin soften the blow
## Puffin
- little
`;

const tips = (files: Record<string, string>) => tipsOf('birds', deckOf(files).topics);

describe('the tips of a topic', () => {
  test('are those that are written, with what they belong to', () => {
    const front = 'name: Arctic Tern\ncategory: terns';
    const deck = { 'tern.md': topicFile({ front, body: tern }), 'deck.yaml': 'categories: { terns: Terns }' };
    expect(tips(deck)).toEqual([
      {
        deck: 'birds',
        topic: { id: 'tern', name: 'Arctic Tern' },
        category: 'terns',
        id: 'tern-hovers',
        text: 'A tern that hovers is fishing.',
      },
      {
        deck: 'birds',
        topic: { id: 'tern', name: 'Arctic Tern' },
        category: 'terns',
        id: expect.stringMatching(/^tern-[a-z0-9]{7}$/),
        text: 'Look for the **forked** tail.',
      },
    ]);
  });

  test('are what plain notes say that stands alone, with the line where it stands', () => {
    const made = tips({ 'notes.md': notes });
    expect(made.map(({ topic, text, source }) => [topic.name, text, source?.line])).toEqual([
      ['Gannet', 'dives from thirty metres at a hundred kilometres an hour', 2],
      ['Gannet', 'air sacs under its skin soften the blow', 7],
    ]);
  });

  test('keep their ids when what is said stays, wherever it stands and however it is marked', () => {
    const ids = (text: string) => tips({ 'notes.md': text }).map(({ id }) => id);
    const [dives, sacs] = ids(notes);
    const other = notes
      .replace('- see above', '- nests on cliffs in thousands')
      .replace('air sacs', 'Air *sacs*');
    expect(ids(other)).toEqual([dives, expect.any(String), sacs]);
    expect(new Set(ids(other)).size).toBe(3);
  });
});
