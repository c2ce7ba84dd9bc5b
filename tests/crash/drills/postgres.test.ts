import { afterAll, beforeAll, onTestFinished, test } from 'vitest';
import { openLifeline } from '../../../src/store/postgres/lifeline.ts';
import { postgresDatabase } from '../../store/databases.ts';
import { type StoppablePostgres, stoppablePostgres } from '../../store/postgres.ts';
import { ordeal, type Trouble } from './ordeal.ts';
import { tables } from './tables.ts';
import { openWay } from './way.ts';

let server: StoppablePostgres;
beforeAll(async () => {
  server = await stoppablePostgres();
}, 60_000);
afterAll(() => server?.remove());

/** A database of the test's own. */
async function database(): Promise<{ url: string; answers: Trouble['answers'] }> {
  const made = await postgresDatabase(server.url);
  onTestFinished(() => made.remove());
  const answers = async () => ((await made.dump()).answers ?? []).map(({ player }) => String(player));
  return { url: made.url, answers };
}

test.each(tables)('PostgreSQL is stopped for a minute in a round on %s', async (_, table) => {
  const { url, answers } = await database();
  const settings = { DATABASE_URL: url };
  await ordeal(table, { settings, begin: server.stop, end: server.start, answers });
});

test.each(tables)(
  'the way to PostgreSQL swallows everything for a minute in a round on %s',
  async (_, table) => {
    const { url, answers } = await database();
    const way = await openWay(url);
    onTestFinished(() => way.close());
    const settings = { DATABASE_URL: way.url };
    await ordeal(table, { settings, begin: way.hang, end: way.mend, answers, uncertain: true });
  },
);

test('one slow statement is no silence of the server’s, while others are answered', async () => {
  const lifeline = openLifeline({ connectionString: server.url });
  lifeline.watch();
  const ask = async (statement: string) => {
    const connection = await lifeline.connect();
    await connection.query(statement);
    connection.release();
  };
  let slow = true;
  const others = async () => {
    while (slow) await ask('select pg_sleep(0.5)');
  };
  const other = others();
  await ask('select pg_sleep(4)');
  slow = false;
  await other;
  await lifeline.end();
});
