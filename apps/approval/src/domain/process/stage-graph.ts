import type { StageDefinition } from './definition.js';

type Node = Pick<StageDefinition, 'code' | 'after'>;

/** Every stage that can be reached forward from this one, itself not among them unless it lies on a cycle. */
export const stagesBehind = (stages: readonly Node[], code: string): ReadonlySet<string> =>
  reachedFrom([code], (each) =>
    stages.filter(({ after }) => after.includes(each)).map((next) => next.code),
  );

/** Every stage that has to be passed, or may be, before this one. */
export const stagesBefore = (stages: readonly Node[], code: string): ReadonlySet<string> =>
  reachedFrom([code], (each) => stages.find((stage) => stage.code === each)?.after ?? []);

function reachedFrom(
  starts: readonly string[],
  nextOf: (code: string) => readonly string[],
): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...starts];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    for (const next of nextOf(code)) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached;
}

/** Stages in an order in which each comes after what it waits for; those on a cycle are missing. */
export function inOrder<Stage extends Node>(stages: readonly Stage[]): readonly Stage[] {
  const ordered: Stage[] = [];
  const passed = new Set<string>();
  for (let left = stages; left.length > 0;) {
    const next = left.filter(({ after }) => after.every((code) => passed.has(code)));
    if (next.length === 0) return ordered;
    for (const stage of next) {
      passed.add(stage.code);
      ordered.push(stage);
    }
    left = left.filter((stage) => !next.includes(stage));
  }
  return ordered;
}
