import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testStore } from '../hall/store.ts';
import { cli } from './run.ts';

test('reports lists what members have reported, the latest first, with the file and line to mend', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hall-'));
  const env = { DATA_DIR: dataDir };
  expect(await cli(['reports'], { env })).toEqual({
    code: 0,
    out: 'No question has been reported.\n',
    err: '',
  });

  const store = await testStore(Date.now, dataDir);
  const report = { deck: 'aws', player: 'discord:1', server: 'discord:2' };
  const day = (date: string) => Date.parse(`${date}T12:00:00Z`);
  await store.reports.add({
    ...report,
    question: 'shield-free',
    text: 'Is it still free?',
    at: day('2026-11-20'),
  });
  await store.reports.add({ ...report, question: 'gone', text: 'Typo', at: day('2026-11-21') });
  await store.close();
  const { out } = await cli(['reports'], { env });
  expect(out.split('\n')).toEqual([
    '2026-11-21 aws: no longer in the deck (gone): Typo',
    expect.stringMatching(/^2026-11-20 aws\/shield\.md:\d+ \(shield-free\): Is it still free\?$/),
    '',
  ]);
});
