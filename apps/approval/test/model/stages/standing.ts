import type { Answers, Condition } from '@onewindow/kernel';
import { comesBefore, type PlannedStage } from './planned.js';

export type Standing = 'waiting' | 'active' | 'done' | 'skipped';

/** How every stage stands, by its code. */
export type Stages = ReadonlyMap<string, Standing>;

/** What follows from what is done, one small step after the other until nothing follows any more. */
export function settled(stages: readonly PlannedStage[], before: Stages, answers: Answers): Stages {
  const now = new Map(before);
  const step = stages.find((stage) => {
    const next = nextOf(stage, stages, now, answers);
    if (next === now.get(stage.code)) return false;
    now.set(stage.code, next);
    return true;
  });
  return step === undefined ? now : settled(stages, now, answers);
}

function nextOf(
  stage: PlannedStage,
  stages: readonly PlannedStage[],
  now: Stages,
  answers: Answers,
): Standing {
  const is = now.get(stage.code)!;
  if (is !== 'waiting' && is !== 'active') return is;
  if (isLeftBehind(stage, stages, now)) return 'skipped';
  if (is === 'active' || !isReached(stage, now)) return is;
  const needed = isNeeded(stage.when, answers);
  return needed === 'unknown' ? 'waiting' : needed ? 'active' : 'skipped';
}

/** Sent back: a stage is done again, and so is everything that came after it. */
export function sentBack(
  stages: readonly PlannedStage[],
  before: Stages,
  to: string,
  answers: Answers,
): { readonly stages: Stages; readonly again: readonly string[] } {
  const behind = stages.filter((each) => comesBefore(stages, to, each)).map(({ code }) => code);
  const again = [to, ...behind];
  const reset = [...before].map(
    ([code, is]) => [code, behind.includes(code) ? 'waiting' : is] as const,
  );
  return { stages: settled(stages, new Map(reset).set(to, 'active'), answers), again };
}

/** Enough of what comes before is done, or as much of it as is still to come. */
export function isReached({ after, join = 'all' }: PlannedStage, now: Stages): boolean {
  const howMany = { all: after.length, any: 1 };
  const wanted = typeof join === 'number' ? join : howMany[join];
  const needed = after.filter((each) => now.get(each) !== 'skipped');
  const done = needed.filter((each) => now.get(each) === 'done');
  return done.length >= wanted || done.length === needed.length;
}

/** Everything behind it went on without it. */
function isLeftBehind({ code }: PlannedStage, stages: readonly PlannedStage[], now: Stages) {
  const behind = stages.filter(({ after }) => after.includes(code));
  return behind.length > 0 && behind.every((each) => now.get(each.code) !== 'waiting');
}

/** As the four conditions of the plans are read by people. */
export function isNeeded(when: Condition | undefined, answers: Answers): boolean | 'unknown' {
  const { area, wine } = answers as { readonly area?: number; readonly wine?: boolean };
  switch (when === undefined ? '' : JSON.stringify(when)) {
    case '':
      return true;
    case '{"field":"area","atLeast":100}':
      return area === undefined ? 'unknown' : area >= 100;
    case '{"field":"wine","equals":true}':
      return wine ?? 'unknown';
    case '{"not":{"field":"wine","equals":true}}':
      return wine === undefined ? 'unknown' : !wine;
    default:
      if (wine === true || (area !== undefined && area <= 50)) return true;
      return wine === undefined || area === undefined ? 'unknown' : false;
  }
}

/** The answers without which nobody knows whether a stage that is reached is needed. */
export function askedFor(
  stages: readonly PlannedStage[],
  now: Stages,
  answers: Answers,
): readonly string[] {
  const open = stages.filter((stage) => now.get(stage.code) === 'waiting' && isReached(stage, now));
  const texts = open.map(({ when }) => JSON.stringify(when ?? ''));
  return ['area', 'wine'].filter(
    (field) => !(field in answers) && texts.some((each) => each.includes(`"${field}"`)),
  );
}
