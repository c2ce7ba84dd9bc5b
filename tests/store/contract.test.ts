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
import { type PostgresDatabase, postgresDatabase, sqliteDatabase, type TestDatabase } from './databases.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { postgresOnly } from './postgres-only.ts';

const contracts = {
  rounds: roundsContract,
  together: togetherContract,
  transactions: transactionsContract,
  records: recordsContract,
  outbox: outboxContract,
  lanes: lanesContract,
  subscriptions: subscriptionsContract,
  dailies: dailiesContract,
  members: membersContract,
  others: othersContract,
  ageing: ageingContract,
  departures: departuresContract,
  processes: processesContract,
  figures: figuresContract,
};

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());

describe('SQLite:', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await sqliteDatabase();
  });
  afterEach(() => database.remove());
  contract(() => database);
});

describe('PostgreSQL:', () => {
  let database: PostgresDatabase;
  beforeAll(async () => {
    database = await postgresDatabase(server.url);
    await database.open();
  });
  afterEach(() => database.empty());
  contract(() => database);
});

describe('PostgreSQL alone:', () => postgresOnly(() => server.url));

/** Each in a group of its own, so that what it does before its tests is done before no others. */
function contract(own: () => TestDatabase): void {
  for (const [what, promises] of Object.entries(contracts)) describe(what, () => promises(own));
}
