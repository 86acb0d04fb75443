/** How a set of durations is spread, in milliseconds. */
export interface Spread {
  readonly count: number;
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Nearest-rank quantiles: each figure is a duration that was really measured. */
export function spreadOf(durations: readonly number[]): Spread {
  const sorted = [...durations].sort((a, b) => a - b);
  const sum = sorted.reduce((total, each) => total + each, 0);
  return {
    count: sorted.length,
    mean: sorted.length === 0 ? 0 : sum / sorted.length,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    p99: quantile(sorted, 0.99),
    max: sorted.at(-1) ?? 0,
  };
}

/** The smallest of the sorted values that at least this share of them does not exceed; 0 of none. */
export function quantile(sorted: readonly number[], share: number): number {
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? 0;
}

/** The middle of several runs and how far the outermost lie from it, as a share of it. */
export function middleOf(values: readonly number[]): {
  readonly middle: number;
  readonly share: number;
} {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const middle = values.reduce((total, each) => total + each, 0) / values.length;
  return { middle, share: middle === 0 ? 0 : (most - least) / 2 / middle };
}

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));
