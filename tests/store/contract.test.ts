import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
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
import { postgresDatabase, sqliteDatabase, type TestDatabase } from './databases.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { postgresOnly } from './postgres-only.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());

describe.each([
  { engine: 'SQLite', create: () => sqliteDatabase() },
  { engine: 'PostgreSQL', create: () => postgresDatabase(server.url) },
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
