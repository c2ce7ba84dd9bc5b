import { createServer } from 'node:net';
import { count } from './subject.ts';

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** How many events the program has counted, by verdict. */
export async function eventsCounted(port: number): Promise<Map<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const counts = new Map<string, number>();
  for (const [, command, verdict = '', times] of text.matchAll(
    /^studyhall_events_total\{.*command="([^"]*)",verdict="([^"]*)"\} (\d+)$/gm,
  ))
    if (command !== 'suggest') count(counts, verdict, Number(times));
  return counts;
}
