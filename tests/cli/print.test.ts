import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { md, time } from '../../src/chat/markup.ts';
import { print } from '../../src/cli/print.ts';

test('a moment is its time of day by UTC', () => {
  const printed = print([{ kind: 'note', text: md`Closes at ${time(1_800_000_000_000)}` }]);
  expect(stripVTControlCharacters(printed)).toBe('Closes at 08:00:00 UTC\n');
});

test('a file is its content, which cannot steer the terminal', () => {
  expect(print([{ kind: 'file', name: 'mine.json', content: '{\n  "name": "\u001b[2J"\n}' }])).toBe(
    '{\n  "name": " [2J"\n}\n',
  );
});
