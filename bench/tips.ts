import { postgresDatabase } from '../tests/store/databases.ts';
import { startPostgres } from '../tests/store/postgres.ts';
import { percentile } from './rounds/load.ts';
import { type Row, table } from './table.ts';
import { PERMITTED } from './tips/discord.ts';
import { type Drain, drain, ROUNDS, TIPS, WATCHED } from './tips/drain.ts';

/** Many tips due at once on a Discord that keeps its limit, and rounds that are played in the midst of them. */
export async function benchTips(): Promise<void> {
  console.log(
    `\n## Tips\n\n${TIPS} tips due at once, ${ROUNDS} rounds in the midst, ${PERMITTED} requests permitted in any second; the first ${WATCHED} seconds of it.\n`,
  );
  const onSqlite = await drain();
  const server = await startPostgres('on');
  const database = await postgresDatabase(server.url);
  const onPostgres = await drain(database.url);
  await server.stop();
  console.log(table([rowOf('SQLite', onSqlite), rowOf('PostgreSQL', onPostgres)]));
  const early = [...onSqlite.early, ...onPostgres.early];
  if (early.length > 0)
    console.log(`\nWhat was refused came at most ${Math.ceil(Math.max(...early))} ms too early.`);
}

function rowOf(name: string, { tips, share, early, waits, first, memory }: Drain): Row {
  const wait = (of: number) => `${percentile(waits, of).toFixed(0)} ms`;
  return {
    '': name,
    'first tip after': `${first.toFixed(1)} s`,
    'tips posted': String(tips),
    'permitted rate used': `${(share * 100).toFixed(1)} %`,
    '429 answers': String(early.length),
    reveals: String(waits.length),
    'reveal, p50': wait(0.5),
    'reveal, p99': wait(0.99),
    memory: `${memory.toFixed(0)} MB`,
  };
}
