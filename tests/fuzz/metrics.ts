import { count } from './subject.ts';

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
