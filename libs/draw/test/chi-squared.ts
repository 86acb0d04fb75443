/**
 * The probability that chance alone deviates at least this far from equal frequencies: the upper tail of the chi-squared
 * distribution, in closed form for an even number of degrees of freedom.
 */
export function chiSquaredTail(statistic: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom % 2 !== 0) throw new RangeError('an even number of degrees of freedom');
  const half = statistic / 2;
  let term = Math.exp(-half);
  let tail = term;
  for (let k = 1; k < degreesOfFreedom / 2; k += 1) {
    term *= half / k;
    tail += term;
  }
  return tail;
}

/** The sum of squared deviations from one expectation, in units of it. */
export const deviation = (counts: readonly number[], expected: number): number =>
  counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
