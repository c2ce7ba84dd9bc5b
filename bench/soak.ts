import { postgres, sqlite } from './soak/database.ts';
import { type Sample, type Soaked, soak } from './soak/run.ts';
import { type Trend, trendOf } from './soak/trend.ts';
import { type Row, table } from './table.ts';

const MINUTE = 60_000;
/** What may be gained from the first third on and still counts as flat: a share of what there is, or so many. */
const SHARE = 0.05;
const FEW = 3;

const MB = 1e6;
const figures: Record<string, { of(sample: Sample): number; digits: number }> = {
  'resident memory, MB': { of: ({ rss }) => rss / MB, digits: 0 },
  'heap after collection, MB': { of: ({ heap }) => heap / MB, digits: 1 },
  handles: { of: ({ handles }) => handles, digits: 0 },
  timers: { of: ({ timers }) => timers, digits: 0 },
  'open files': { of: ({ files }) => files, digits: 0 },
};
/** These tell how it was; whether they are flat is no question. */
const passing: typeof figures = {
  'rows in the outbox': { of: ({ outbox }) => outbox, digits: 0 },
  'event loop delay, p99, ms': { of: ({ delay }) => delay, digits: 0 },
  'event loop delay, longest, ms': { of: ({ longest }) => longest, digits: 0 },
};

/** Mixed load on both platforms while one thing after the other goes wrong: does the program stay as small as it was? */
export async function benchSoak(how: { minutes: number; postgres: boolean }): Promise<void> {
  const engine = how.postgres ? 'PostgreSQL' : 'SQLite';
  console.log(
    `\n## Soak\n\n${how.minutes} minutes on ${engine}, Discord and Slack, with faults. What chance decides is drawn from the same seeds each time.\n`,
  );
  const soaked = await soak(how.minutes * MINUTE, await (how.postgres ? postgres() : sqlite()));
  const { samples, deeds, faults, logged, tips, left, code } = soaked;
  const trends = Object.entries({ ...figures, ...passing }).map(([name, { of, digits }]) => {
    const trend = trendOf(samples.map((sample) => ({ at: sample.at, value: of(sample) })));
    return { name, digits, trend, grows: name in figures && grows(trend) };
  });
  console.log(table(trends.map(rowOf)));
  console.log(
    `\nWhat people did\n\n${table([...deeds].map(([name, count]) => ({ '': name, ...inWords(count) })))}`,
  );
  console.log(`\nWhat went wrong\n\n${countsOf(faults)}`);
  console.log(`\nWhat the program logged of it\n\n${countsOf(logged)}`);
  const faultsLeft = [
    ...trends.filter(({ grows }) => grows).map(({ name }) => `${name} grows`),
    ...(left.rounds > 0 ? [`${left.rounds} rounds are not over`] : []),
    ...(left.rows > 0 ? [`${left.rows} rows wait in the outbox`] : []),
    ...(tips.came < tips.promised ? [`of ${tips.promised} tips ${tips.came} came`] : []),
    ...(tips.more > 0 ? [`${tips.more} tips came twice`] : []),
    ...(code === 0 ? [] : [`it ended with ${code ?? 'SIGKILL'}`]),
  ];
  console.log(
    `\n${tips.came} of ${tips.promised} tips came. ${faultsLeft.length === 0 ? 'Flat, and nothing is left over.' : `Not well: ${faultsLeft.join('; ')}.`}`,
  );
}

function grows({ first, growth }: Trend): boolean {
  return growth > Math.max(first * SHARE, FEW);
}

function rowOf({
  name,
  digits,
  trend,
  grows,
}: {
  name: string;
  digits: number;
  trend: Trend;
  grows: boolean;
}): Row {
  return {
    '': name,
    'first third': trend.first.toFixed(digits),
    'last third': trend.last.toFixed(digits),
    'an hour': `${trend.hourly < 0 ? '' : '+'}${trend.hourly.toFixed(digits)}`,
    verdict: name in passing ? '' : grows ? 'grows' : 'flat',
  };
}

function inWords({ tried, answered }: { tried: number; answered: number }): Row {
  return { tried: String(tried), answered: String(answered) };
}

function countsOf(counts: Soaked['faults']): string {
  return table([...counts].map(([name, times]) => ({ '': name, times: String(times) })));
}
