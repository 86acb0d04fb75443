import { closingLine, sum } from './tally.js';
import type { Tally } from './tally.js';
import type { Step } from './steps.js';

/**
 * Proves the steps, all of them even after a failure, and ends with the closing line: first those that need one core, two at
 * once, then the others one after the other. With names, only those steps. The exit code is 0 only when nothing failed and
 * something was proven.
 */
export async function prove(steps: readonly Step[], names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(
      `No step ${unknown.join(', ')}; there are ${steps.map((step) => step.name).join(', ')}.`,
    );
    return 2;
  }
  const chosen = steps.filter(({ name }) => names.length === 0 || names.includes(name));
  const light = chosen.filter(({ onOneCore }) => onOneCore === true);
  const heavy = chosen.filter((step) => !light.includes(step));
  const tallies = [...(await proveAll(light, 2)), ...(await proveAll(heavy, 1))];
  const total = sum(tallies);
  console.log(`\n${closingLine(total)}`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

async function proveAll(steps: readonly Step[], atOnce: number): Promise<readonly Tally[]> {
  const waiting = [...steps];
  const tallies: Tally[] = [];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      tallies.push(await proveStep(step));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return tallies;
}

async function proveStep(step: Step): Promise<Tally> {
  const start = Date.now();
  console.log(`\n── ${step.name}: ${step.what}`);
  const tally = await step.prove();
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(`── ${step.name}: ${closingLine(tally)} in ${seconds} s`);
  return tally;
}
