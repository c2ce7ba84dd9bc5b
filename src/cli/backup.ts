import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { copyStore, databaseIn } from '../store/sqlite/backup.ts';

/** `backup FILE`: copies the SQLite database whole, while the program may be running. */
export async function backup(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [file, ...more] = positionals;
  const { databaseUrl, dataDir } = readConfig(process.env, false);
  if (databaseUrl) throw new Error('With PostgreSQL use pg_dump: docs/operating.md has the command.');
  if (!file || more.length > 0)
    throw new Error('Name one file to copy to: npm run backup -- studyhall-copy.db');
  const database = databaseIn(dataDir);
  if (!existsSync(database))
    throw new Error(`There is no database in ${dataDir}: set DATA_DIR to the data folder of the program.`);
  if (resolve(file) === resolve(database))
    throw new Error(`${file} is the database itself: name another file.`);
  await access(dirname(file), constants.W_OK).catch(() => {
    throw new Error(`Nothing can be written to ${dirname(file)}: make that folder, or name another.`);
  });
  await copyStore(dataDir, file);
  console.log(`The database stands copied in ${file}.`);
  return 0;
}
