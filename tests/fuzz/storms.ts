import { expect } from 'vitest';
import { discordAttack } from './discord.ts';
import { came, judge, logged, refusalsIn } from './judge.ts';
import { playgroundAttack } from './playground.ts';
import { run } from './run.ts';
import { slackHttpAttack } from './slack-http.ts';
import { slackSocketAttack } from './slack-socket.ts';

/** The same each time on CI, another one everywhere else; `FUZZ_SEED` repeats what a failure printed. */
export const seed = process.env.FUZZ_SEED ?? (process.env.CI ? '20261122' : String(Date.now() % 100_000));

/** So many frames to a program that is connected to Discord's gateway and to Slack by Socket Mode. */
export async function socketStorm(times: number, growth: number): Promise<string> {
  const attacks = [await discordAttack(), await slackSocketAttack()];
  const report = await run(attacks, times, seed);
  judge(report, attacks, growth);
  expect(logged(report, 'Something from Discord could not be taken')).toBeGreaterThan(0);
  expect(logged(report, 'Something from Slack could not be taken')).toBeGreaterThan(0);
  return inWords(times, report.heap);
}

/** So many requests to a program that serves Slack over HTTP and the playground. */
export async function requestStorm(times: number, growth: number): Promise<string> {
  let address = '';
  const attacks = [await slackHttpAttack(() => address), playgroundAttack(() => address)] as const;
  const [slack, page] = attacks;
  const report = await run(attacks, times, seed, (found) => {
    address = found;
  });
  judge(report, attacks, growth);
  const all = attacks.flatMap(({ outcomes }) => [...outcomes.values()]);
  expect(all.reduce((sum, one) => sum + one, 0)).toBe(times);
  expect(report.refusals).toEqual(refusalsIn(attacks));
  const client = "Slack's client says:";
  expect(logged(report, `${client} Failed to parse and verify the request data: Fail`)).toBe(
    came(slack, '401'),
  );
  expect(logged(report, `${client} Malformed request body`)).toBe(came(slack, '400'));
  expect(logged(report, `${client} Request body exceeded`)).toBe(came(slack, '413'));
  expect(came(page, '403')).toBeGreaterThan(0);
  return inWords(times, report.heap);
}

function inWords(times: number, { half, end }: { half: number; end: number }): string {
  const [before, after] = [half, end].map((bytes) => (bytes / 2 ** 20).toFixed(1));
  return `${times} inputs, seed ${seed}: ${before} MB in use half-way, ${after} MB at the end`;
}
