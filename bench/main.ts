import { parseArgs } from 'node:util';
import { benchColdStart } from './cold-start.ts';
import { benchRounds } from './rounds.ts';
import { benchScale } from './scale.ts';
import { benchSearch } from './search.ts';
import { benchSoak } from './soak.ts';
import { benchTips } from './tips.ts';

/** How a benchmark is run; each heeds what concerns it. */
interface How {
  /** A quick look instead of the whole measurement. */
  short: boolean;
  /** How long it lasts. */
  minutes: number;
  /** On PostgreSQL instead of SQLite. */
  postgres: boolean;
}

const BENCHMARKS: Record<string, (how: How) => void | Promise<void>> = {
  search: benchSearch,
  'cold-start': benchColdStart,
  rounds: benchRounds,
  tips: benchTips,
  scale: benchScale,
  soak: benchSoak,
};
/** Takes half an hour, and no look at the others is to wait for it. */
const ONLY_WHEN_NAMED = 'soak';

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '30' },
    postgres: { type: 'boolean', default: false },
  },
});
const minutes = Number(values.minutes);
const unknown = wanted.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${Object.keys(BENCHMARKS).join(', ')}`);
  process.exitCode = 1;
} else if (!(minutes > 0)) {
  console.error('--minutes is a number above 0.');
  process.exitCode = 1;
} else {
  for (const [name, run] of Object.entries(BENCHMARKS)) {
    const isWanted = wanted.length === 0 ? name !== ONLY_WHEN_NAMED : wanted.includes(name);
    if (isWanted) await run({ ...values, minutes });
  }
}
