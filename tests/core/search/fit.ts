import { buildIndex } from '../../../src/core/search/build.ts';
import { type Evidence, evidenceFor } from '../../../src/core/search/certainty.ts';
import { rank } from '../../../src/core/search/rank.ts';
import { read } from '../../../src/core/search/reading.ts';
import { NAME_RUNGS, questionOf } from '../../../src/core/search/search.ts';
import { goldenQueries, shippedDeck } from './golden.ts';

/** How strongly the weights are drawn to 0, so that no few queries decide them. */
const RIDGE = 0.05;
const STEPS = 30;
const NAMES: (keyof Evidence)[] = ['explained', 'line', 'cover', 'telling', 'known'];

/** One query: 1 and what speaks for the topic found, and whether it was to be found. */
interface Sample {
  evidence: number[];
  right: boolean;
}

/** Prints the weights of `certainty` that fit the golden file best. */
function main(): void {
  const samples = samplesOfGolden();
  const weights = fitted(samples);
  for (const [place, name] of ['base', ...NAMES].entries()) console.log(name, weights[place]?.toFixed(2));
  const wrong = samples.filter(({ evidence, right }) => likelihood(evidence, weights) >= 0.5 !== right);
  console.log(
    `${samples.length} queries, ${wrong.filter(({ right }) => right).length} of the known refused,`,
  );
  console.log(`${wrong.filter(({ right }) => !right).length} of the unknown answered`);
}

/** What the words rung sees of the golden file; left out are queries that hold the found topic's name, and wrong topics. */
function samplesOfGolden(): Sample[] {
  const index = buildIndex(shippedDeck());
  return goldenQueries().flatMap(({ query, topics }): Sample[] => {
    const question = questionOf(index, query);
    if (!topics || topics.length > 1 || NAME_RUNGS.some((rung) => rung(question))) return [];
    const reading = read(question);
    const first = rank(index, reading)[0];
    const [wanted] = topics;
    if (!first || first.named || (wanted !== undefined && first.topic !== wanted)) return [];
    const evidence = evidenceFor(first, reading);
    return [{ evidence: [1, ...NAMES.map((name) => evidence[name])], right: wanted !== undefined }];
  });
}

/** Logistic regression by Newton's method. */
function fitted(samples: readonly Sample[]): number[] {
  const size = NAMES.length + 1;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const rows = weights.map((weight, row) => {
      const ridge = row === 0 ? 0 : RIDGE;
      const cells = weights.map((_, column) => (row === column ? ridge : 0));
      return [...cells, -ridge * weight];
    });
    for (const { evidence, right } of samples) {
      const likely = likelihood(evidence, weights);
      for (const [row, cells] of rows.entries()) {
        const one = evidence[row] ?? 0;
        for (let column = 0; column < size; column++)
          cells[column] = (cells[column] ?? 0) + one * (evidence[column] ?? 0) * likely * (1 - likely);
        cells[size] = (cells[size] ?? 0) + one * ((right ? 1 : 0) - likely);
      }
    }
    const change = solve(rows);
    weights = weights.map((weight, place) => weight + (change[place] ?? 0));
  }
  return weights;
}

function likelihood(evidence: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-evidence.reduce((sum, one, place) => sum + one * (weights[place] ?? 0), 0)));
}

/** Solves linear equations, each row's last cell its right side, by Gauss-Jordan elimination; the matrix is positive definite. */
function solve(rows: number[][]): number[] {
  for (const [at, pivot] of rows.entries()) {
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column < row.length; column++)
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
    }
  }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}

main();
