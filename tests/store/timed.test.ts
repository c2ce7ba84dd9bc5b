import { expect, test } from 'vitest';
import { UserError } from '../../src/chat/errors.ts';
import { timed } from '../../src/store/timed.ts';
import { testStore } from '../hall/store.ts';

test('work is timed by its kind, and counted as failed where the store did not do it', async () => {
  let ms = 0;
  const done: unknown[] = [];
  const store = timed(
    await testStore(() => 0),
    () => (ms += 2),
    (...all) => done.push(all),
  );
  await store.members.hidden('discord:a', 'discord:1');
  await store.members.hide('discord:a', 'discord:1', true);
  expect(await store.transaction(({ members }) => members.hidden('discord:a', 'discord:1'))).toBe(true);
  const undone = store.transaction(() => Promise.reject(new UserError('Not now.')));
  await expect(undone).rejects.toThrow('Not now.');
  await store.close();
  await expect(store.reports.list(undefined, 1)).rejects.toThrow('closed');
  expect(done).toEqual([
    ['read', 2, false],
    ['change', 2, false],
    ['transaction', 2, false],
    ['transaction', 2, false],
    ['read', 2, true],
  ]);
});
