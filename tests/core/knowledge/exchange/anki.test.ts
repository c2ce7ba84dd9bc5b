import { expect, test } from 'vitest';
import { writeAnki } from '../../../../src/core/knowledge/exchange/anki.ts';
import { deckOf } from '../decks.ts';

const deck = deckOf({
  'deck.yaml': 'name: "Sea\\tbirds"\ncommand: sea',
  'tern.md':
    '---\nname: Tern & co\n---\nA **sea** bird.\n\n## Questions\n### Which `x < y`?\nlevel 2 · task 2.1 · id tern-which\n\n- [ ] Auk "one"\n- [x] Tern\n\n> No auk.',
});

test('a deck becomes headers, a note a topic and a note a question', () => {
  expect(writeAnki(deck).split('\n')).toEqual([
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    '#deck:Sea birds',
    '#guid column:1',
    '#tags column:4',
    '"deck:tern"\t"Tern &amp; co"\t"A sea bird."\t"sea::tern"',
    '"deck:tern:tern-which"\t"Which x &lt; y?<ol type=""A""><li>Auk &quot;one&quot;</li><li>Tern</li></ol>"\t"<b>B. Tern</b><br>No auk."\t"sea::tern level-2 task-2.1"',
    '',
  ]);
});
