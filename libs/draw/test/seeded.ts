import * as fc from 'fast-check';

const SEED = Number(process.env['OW_SEED'] ?? Date.now() % 0x7fffffff);

/** Tries a property on many examples. The seed is printed: `OW_SEED=<seed>` repeats the run. */
export function holdsFor<Args extends [unknown, ...unknown[]]>(
  property: fc.IProperty<Args>,
  numRuns = 500,
): void {
  process.stderr.write(`seed ${SEED}\n`);
  fc.assert(property, { seed: SEED, numRuns });
}
