/** A figure of the program's over time. */
export interface Trend {
  /** Medians of the first third of the time and of the last. */
  first: number;
  last: number;
  /** How much it grows in an hour: the straight line through what was measured after the first third, in which caches fill. */
  hourly: number;
  /** What that line grows by, until the end. */
  growth: number;
}

const HOUR = 3_600_000;

/** @param points moments in milliseconds, ascending, with what was measured then */
export function trendOf(points: readonly { at: number; value: number }[]): Trend {
  const third = Math.floor(points.length / 3);
  const later = points.slice(third);
  const slope = slopeOf(later);
  const span = (later.at(-1)?.at ?? 0) - (later[0]?.at ?? 0);
  return {
    first: median(points.slice(0, third)),
    last: median(points.slice(points.length - third)),
    hourly: slope * HOUR,
    growth: slope * span,
  };
}

/** Least squares, a millisecond. */
function slopeOf(points: readonly { at: number; value: number }[]): number {
  const mean = (figure: (point: { at: number; value: number }) => number) =>
    points.reduce((sum, point) => sum + figure(point), 0) / points.length;
  const [at, value] = [mean((point) => point.at), mean((point) => point.value)];
  return mean((point) => (point.at - at) * (point.value - value)) / mean((point) => (point.at - at) ** 2);
}

function median(points: readonly { value: number }[]): number {
  const values = points.map(({ value }) => value).toSorted((one, other) => one - other);
  return values[Math.floor(values.length / 2)] ?? Number.NaN;
}
