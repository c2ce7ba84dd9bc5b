import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '../../src/core/quiz/random.ts';
import { pick, rubbish } from '../../tests/fuzz/nonsense.ts';
import type { Tally } from './tally.ts';

const paths = ['/', '/slack/events', '/metrics', '/../../etc/passwd', '/%ff', `/${'long'.repeat(500)}`];
const methods = ['GET', 'POST', 'PUT', 'DELETE'];
/** Milliseconds between two requests. */
const PAUSE = 1000;

/** Asks the program's web server how it is, and for what it does not have. */
export async function knock(port: number, tally: Tally, over: () => boolean): Promise<void> {
  const random = seeded('web');
  const ask = async (path: string, method = 'GET') => {
    const body = method === 'GET' ? {} : { body: rubbish(random) };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...body });
    await response.arrayBuffer();
  };
  for (; !over(); await sleep(PAUSE)) {
    await tally.deed('asked for health', () => ask('/healthz'));
    await tally.deed('asked for nonsense', () => ask(pick(random, paths), pick(random, methods)));
  }
}
