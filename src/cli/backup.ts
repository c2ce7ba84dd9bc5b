import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { copyStore } from '../store/sqlite/backup.ts';

/** `backup FILE`: copies the SQLite database whole, while the program may be running. */
export async function backup(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [file, ...more] = positionals;
  const { databaseUrl, dataDir } = readConfig(process.env, false);
  if (databaseUrl) throw new Error('With PostgreSQL use pg_dump: docs/operating.md has the command.');
  if (!file || more.length > 0)
    throw new Error('Name one file to copy to: npm run backup -- studyhall-copy.db');
  await copyStore(dataDir, file);
  console.log(`The database stands copied in ${file}.`);
  return 0;
}
