import { benchColdStart } from './cold-start.ts';
import { benchRounds } from './rounds.ts';
import { benchSearch } from './search.ts';
import { benchTips } from './tips.ts';

const BENCHMARKS: Record<string, () => void | Promise<void>> = {
  search: benchSearch,
  'cold-start': benchColdStart,
  rounds: benchRounds,
  tips: benchTips,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${Object.keys(BENCHMARKS).join(', ')}`);
  process.exitCode = 1;
} else {
  for (const [name, run] of Object.entries(BENCHMARKS)) {
    if (wanted.length === 0 || wanted.includes(name)) await run();
  }
}
