import { closeSync, fdatasyncSync, openSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';
import type { CopyOrder } from './copying.ts';

/** Pages of 4 KiB that are copied before they are brought to the disk: waiting for more at once would hold up everybody's commits. */
const PAGES = 256;

const { file, copy }: CopyOrder = workerData;
const reading = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
// What is read from now on is what was committed by now, whatever is written meanwhile.
reading.exec('begin; select 1 from sqlite_schema');
let written: number | undefined;
await backup(reading, copy, {
  rate: PAGES,
  progress() {
    written ??= openSync(copy, 'r+');
    fdatasyncSync(written);
  },
});
if (written !== undefined) closeSync(written);
reading.close();
