import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished, test } from 'vitest';
import { NO_MOUNT, smallDisk } from './disk.ts';
import { ordeal } from './ordeal.ts';
import { tables } from './tables.ts';

/** The players of the answers in a data folder. */
const answersIn = (folder: string) => async () => {
  const database = new DatabaseSync(join(folder, 'studyhall.db'), { readOnly: true });
  const rows = database.prepare('select player from answers').all();
  database.close();
  return rows.map(({ player }) => String(player));
};

test.for(tables)('the disk is full for a minute in a round on %s', async ([, table], { skip }) => {
  const disk = smallDisk(8) ?? skip(NO_MOUNT);
  const { folder, fill, makeRoom, remove } = disk;
  onTestFinished(remove);
  await ordeal(table, {
    settings: { DATA_DIR: folder },
    begin: fill,
    end: makeRoom,
    answers: answersIn(folder),
  });
});

test.each(tables)('another program writes to SQLite for a minute in a round on %s', async (_, table) => {
  const folder = mkdtempSync(join(tmpdir(), 'locked-'));
  let other: DatabaseSync | undefined;
  await ordeal(table, {
    settings: { DATA_DIR: folder },
    begin() {
      other = new DatabaseSync(join(folder, 'studyhall.db'));
      other.exec('begin immediate');
    },
    end: () => other?.close(),
    answers: answersIn(folder),
  });
});
