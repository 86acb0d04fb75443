import { closingLine, sum } from './tally.js';
import type { Tally } from './tally.js';
import type { Step } from './steps.js';

/**
 * Proves the steps one after the other, all of them even after a failure, and ends with the closing line. With
 * names, only those steps. The exit code is 0 only when nothing failed and something was proven.
 */
export async function prove(steps: readonly Step[], names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(
      `No step ${unknown.join(', ')}; there are ${steps.map((step) => step.name).join(', ')}.`,
    );
    return 2;
  }
  const tallies: Tally[] = [];
  for (const step of steps.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const start = Date.now();
    console.log(`\n── ${step.name}: ${step.what}`);
    const tally = await step.prove();
    tallies.push(tally);
    console.log(
      `── ${step.name}: ${closingLine(tally)} in ${Math.round((Date.now() - start) / 1000)} s`,
    );
  }
  const total = sum(tallies);
  console.log(`\n${closingLine(total)}`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}
