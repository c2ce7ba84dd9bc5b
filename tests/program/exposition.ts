/** What a program shows Prometheus: the value of each sample by its name and labels, as they are printed. */
export async function scrape(port: number): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return new Map(
    [...text.matchAll(/^([a-z_]+(?:\{.*\})?) (\S+)$/gm)].map(([, sample = '', value]) => [
      sample,
      Number(value),
    ]),
  );
}

/** The sum of all samples of a metric; of a histogram, how much it has observed. */
export function total(samples: ReadonlyMap<string, number>, name: string): number {
  let sum = 0;
  for (const [sample, value] of samples)
    if ([name, `${name}_count`].includes(sample.split('{')[0] ?? '')) sum += value;
  return sum;
}
