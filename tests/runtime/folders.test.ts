import { expect, test } from 'vitest';
import { readFolderOfDecks } from '../../src/runtime/folders.ts';

test('a folder of decks that cannot be read says what to do, and one that is not there holds none', async () => {
  await expect(readFolderOfDecks('package.json')).rejects.toThrow(
    /^The decks cannot be read: ENOTDIR.*package\.json.*\. Give the program's user the right to, or set DATA_DIR or KNOWLEDGE_DIR/,
  );
  expect(await readFolderOfDecks('no such folder')).toEqual([]);
});
