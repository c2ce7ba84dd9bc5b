import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { ageingContract } from './contract/ageing.ts';
import { dailiesContract } from './contract/dailies.ts';
import { departuresContract } from './contract/departures.ts';
import { figuresContract } from './contract/figures.ts';
import { lanesContract } from './contract/lanes.ts';
import { membersContract } from './contract/members.ts';
import { othersContract } from './contract/others.ts';
import { outboxContract } from './contract/outbox.ts';
import { processesContract } from './contract/processes.ts';
import { recordsContract } from './contract/records.ts';
import { roundsContract } from './contract/rounds.ts';
import { subscriptionsContract } from './contract/subscriptions.ts';
import { togetherContract } from './contract/together.ts';
import { transactionsContract } from './contract/transactions.ts';
import { NOW, postgresDatabase, sqliteDatabase, type TestDatabase } from './databases.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { postgresOnly } from './postgres-only.ts';

let server: TestPostgres;
/** Has all tables already, for they take longer to make than most tests do. */
let template: Awaited<ReturnType<typeof postgresDatabase>>;
beforeAll(async () => {
  server = await startPostgres();
  template = await postgresDatabase(server.url);
  await (await openStore({ databaseUrl: template.url, dataDir: '.', now: () => NOW })).close();
}, 60_000);
afterAll(async () => {
  await template?.remove();
  await server?.stop();
});

describe.each([
  { engine: 'SQLite', create: () => sqliteDatabase() },
  { engine: 'PostgreSQL', create: () => postgresDatabase(server.url, template.name) },
])('$engine:', ({ create }) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await create();
  });
  afterEach(() => database.remove());
  const own = () => database;

  roundsContract(own);
  togetherContract(own);
  transactionsContract(own);
  recordsContract(own);
  outboxContract(own);
  lanesContract(own);
  subscriptionsContract(own);
  dailiesContract(own);
  membersContract(own);
  othersContract(own);
  ageingContract(own);
  departuresContract(own);
  processesContract(own);
  figuresContract(own);
});

describe('PostgreSQL alone:', () => postgresOnly(() => server.url));
