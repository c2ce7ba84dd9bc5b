import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/types.ts';

/** A store of the test's own, on a real SQLite file in a new folder. */
export function testStore(now: () => number, dataDir = mkdtempSync(join(tmpdir(), 'hall-'))): Promise<Store> {
  return openStore({ dataDir, now });
}
