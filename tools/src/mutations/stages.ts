import { inModel, type Mutation } from './mutation.js';

const RUNNING = 'apps/approval/src/domain/process/running.ts';
const RUNNING_SPEC = 'apps/approval/src/domain/process/running.spec.ts';
const EARLIER = 'apps/approval/src/domain/plan/earlier-results.ts';
const PLAN_SPEC = 'apps/approval/src/domain/plan/plan.spec.ts';
const QUOTA_SPEC = 'apps/approval/src/domain/quota/quota.spec.ts';

/** Defects of stages, of what waits for earlier results and of what comes in turn. */
export const stageMutations: readonly Mutation[] = [
  {
    name: 'lost join of stages',
    harm: 'a branch that is left out is waited for, and the decision never comes',
    hunks: [
      {
        file: RUNNING,
        find: '  return done >= Math.min(joinOf(defined), left);',
        replace: '  return done >= joinOf(defined) && left >= 0;',
      },
    ],
    specs: [inModel('stages'), RUNNING_SPEC],
  },
  {
    name: 'join of stages too early',
    harm: 'the head decides when the first of several departments has answered',
    hunks: [
      {
        file: RUNNING,
        find: '  return done >= Math.min(joinOf(defined), left);',
        replace: '  return done >= Math.min(joinOf(defined), 1, left);',
      },
    ],
    specs: [inModel('stages'), RUNNING_SPEC],
  },
  {
    name: 'an earlier result is not waited for',
    harm: 'the main permit is granted before the approvals that it rests on',
    hunks: [
      {
        file: EARLIER,
        find: "    if (awaited.standing === 'pending') return [pending(awaited)];",
        replace: "    if (awaited.standing === 'pending') return [pending(awaited)].slice(1);",
      },
    ],
    specs: [inModel('stages'), PLAN_SPEC],
  },
  {
    name: 'an earlier result is not passed on',
    harm: 'a track waits for a permit that was granted long ago',
    hunks: [
      {
        file: 'apps/approval/src/use-cases/pass-on-result.ts',
        find: '  const told = waitingItems(of, node);',
        replace: '  const told = waitingItems(of, node).slice(1);',
      },
    ],
    specs: [inModel('stages')],
  },
  {
    name: 'a quota out of turn',
    harm: 'whoever knows somebody gets one of the hundred places before those that filed earlier',
    hunks: [
      {
        file: 'apps/approval/src/domain/quota/decision-under-quota.ts',
        find: '    ...(earlierUndecided === undefined\n',
        replace: '    ...(earlierUndecided === undefined || outcome\n',
      },
    ],
    specs: [QUOTA_SPEC],
  },
];
