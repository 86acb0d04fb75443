import { INTERRUPTED } from './interruption.js';
import { closingLine, FAILED, sum } from './tally.js';
import type { Tally } from './tally.js';
import type { Step } from './steps.js';

export interface Asked {
  /** Only these steps; all of them when empty. */
  readonly names: readonly string[];
  /** From then on no further step is begun. */
  readonly interrupted: AbortSignal;
  readonly tell?: (line: string) => void;
}

/**
 * Proves the steps, all of them even after a failure, and ends with the closing line: first those that may run beside another,
 * two at once, then the others one after the other. The exit code is 0 only when nothing failed and something was proven.
 */
export async function prove(
  steps: readonly Step[],
  { names, interrupted, tell = console.log }: Asked,
): Promise<number> {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    tell(`No step ${unknown.join(', ')}; there are ${steps.map((step) => step.name).join(', ')}.`);
    return 2;
  }
  const chosen = steps.filter(({ name }) => names.length === 0 || names.includes(name));
  const sociable = chosen.filter(({ beside }) => beside === true);
  const alone = chosen.filter((step) => !sociable.includes(step));
  const tallies: Tally[] = [];

  const lane = async (waiting: Step[], isLabelled: boolean) => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      if (interrupted.aborted) return;
      tallies.push(await proveStep(step, isLabelled, tell));
    }
  };
  const mayMix = sociable.length > 1;
  await Promise.all([lane(sociable, mayMix), lane(sociable, mayMix)]);
  await lane(alone, false);

  const total = sum(tallies);
  tell(`\n${closingLine(total)}`);
  if (interrupted.aborted) return INTERRUPTED;
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

async function proveStep(
  step: Step,
  isLabelled: boolean,
  tell: (line: string) => void,
): Promise<Tally> {
  const start = Date.now();
  tell(`\n── ${step.name}: ${step.what}`);
  const tally = await step.prove(isLabelled ? step.name : undefined).catch((error: unknown) => {
    tell(String(error));
    return FAILED;
  });
  const seconds = Math.round((Date.now() - start) / 1000);
  tell(`── ${step.name}: ${closingLine(tally)} in ${seconds} s`);
  return tally;
}
