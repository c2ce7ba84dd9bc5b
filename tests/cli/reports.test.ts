import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testStore } from '../hall/store.ts';
import { cli } from './run.ts';

test('reports lists what members have reported, the latest first, with the file and line to mend', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hall-'));
  const decks = mkdtempSync(join(tmpdir(), 'decks-'));
  mkdirSync(join(decks, 'birds'));
  writeFileSync(
    join(decks, 'birds', 'tern.md'),
    '---\nname: Tern\n---\nA bird.\n\n## Questions\n### Where does it fly?\nid poles\n\n- [x] From pole to pole\n- [ ] Nowhere\n\n> All year.\n',
  );
  const env = { DATA_DIR: dataDir, KNOWLEDGE_DIR: decks };
  expect(await cli(['reports'], { env })).toEqual({
    code: 0,
    out: 'No question has been reported.\n',
    err: '',
  });

  const store = await testStore(Date.now, dataDir);
  const report = { deck: 'birds', player: 'discord:1', server: 'discord:2' };
  const day = (date: string) => Date.parse(`${date}T12:00:00Z`);
  await store.reports.add({
    ...report,
    question: 'poles',
    text: 'Even in winter?',
    at: day('2026-11-20'),
  });
  await store.reports.add({ ...report, question: 'gone', text: 'Typo', at: day('2026-11-21') });
  await store.close();
  const { out } = await cli(['reports'], { env });
  expect(out.split('\n')).toEqual([
    '2026-11-21 birds: no longer in the deck (gone): Typo',
    '2026-11-20 birds/tern.md:7 (poles): Even in winter?',
    '',
  ]);
});
