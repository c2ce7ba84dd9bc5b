import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NOW, sqliteDatabase } from '../databases.ts';
import { ben, former } from '../sample.ts';

test('what is deleted is not in the file any more, and so in no copy of it', async () => {
  const database = await sqliteDatabase();
  const file = () => readFile(join(database.dataDir, 'studyhall.db'), 'latin1');
  const store = await database.open();
  const report = { deck: 'aws', question: 'q1', player: ben.id, at: NOW };
  for (let count = 0; count < 50; count += 1)
    await store.reports.add({ ...report, text: `unmistakable ${'.'.repeat(200)}` });
  await store.close();
  expect(await file()).toContain('unmistakable');
  const again = await database.open();
  await again.members.forget(ben.id, former);
  await again.close();
  expect(await file()).not.toContain('unmistakable');
  await database.remove();
});
