import { openStore } from '../../src/store/open.ts';
import { answered, change } from './sample.ts';

/**
 * A process that answers the round `r1` as ever new players, five at a time, and prints each player's id once that answer is confirmed.
 *
 * Arguments: where the store is (a folder, or a PostgreSQL address), a name, and how many answers to give.
 */
const [where = '', name = '', count = ''] = process.argv.slice(2);
const settings = where.startsWith('postgres') ? { databaseUrl: where, dataDir: '.' } : { dataDir: where };
const store = await openStore({ ...settings, now: Date.now });
let next = 0;
const hand = async () => {
  while (next < Number(count)) {
    const player = { id: `discord:${name}-${next++}`, name };
    await change(store, 'r1', (state) => answered(state, player, [0]));
    process.stdout.write(`${player.id}\n`);
  }
};
await Promise.all(Array.from({ length: 5 }, hand));
await store.close();
