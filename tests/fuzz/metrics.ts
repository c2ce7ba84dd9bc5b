import { count } from './subject.ts';

/** How many events the program has counted, by verdict. */
export async function eventsCounted(port: number): Promise<Map<string, number>> {
  const text = await printed(port);
  const counts = new Map<string, number>();
  for (const [, command, verdict = '', times] of text.matchAll(
    /^studyhall_events_total\{.*command="([^"]*)",verdict="([^"]*)"\} (\d+)$/gm,
  ))
    if (command !== 'suggest') count(counts, verdict, Number(times));
  return counts;
}

/** How many requests it has refused, by status. */
export async function refusalsCounted(port: number): Promise<Map<string, number>> {
  const text = await printed(port);
  const found = text.matchAll(/^studyhall_http_refusals_total\{status="(\d+)"\} (\d+)$/gm);
  return new Map([...found].map(([, status = '', times]) => [status, Number(times)]));
}

async function printed(port: number): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
}
