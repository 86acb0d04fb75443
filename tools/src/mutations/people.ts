import { inModel, type Mutation } from './mutation.js';

const ASSIGNING = 'apps/approval/src/domain/officers/assigning.ts';
const PEOPLE = inModel('people');
const UPWARD = inModel('upward');

/** Defects of who may do what, and of what a lower agency reports. */
export const peopleMutations: readonly Mutation[] = [
  {
    name: 'a revoked authority still decides',
    harm: 'who was deprived of a power goes on signing under it',
    hunks: [
      {
        file: 'apps/approval/src/domain/officers/authority.ts',
        find: 'return revokedAt === undefined && from <= today && today <= until;',
        replace: 'return revokedAt !== from && from <= today && today <= until;',
      },
    ],
    specs: ['apps/approval/src/domain/officers/authorising.spec.ts', PEOPLE],
  },
  {
    name: 'the limit of work is ignored',
    harm: 'tasks are heaped on somebody who has enough, and wait there',
    hunks: [
      {
        file: ASSIGNING,
        find: 'limit === undefined || openWork + weightOf(track, rules) <= limit;',
        replace: 'limit === undefined || weightOf(track, rules) <= limit + openWork;',
      },
    ],
    specs: ['apps/approval/src/domain/officers/assigning.spec.ts', PEOPLE],
  },
  {
    name: 'a task goes by the delegation of somebody who left',
    harm: 'a task has somebody who may not do it, and nobody else sees it',
    hunks: [
      {
        file: 'apps/approval/src/use-cases/assign-tasks.ts',
        find: 'const concerned = [chosen.account, ...delegatorsOf(chosen, instant)];',
        replace:
          'const concerned = [chosen.account, ...delegatorsOf(chosen, instant).slice(0, 0)];',
      },
    ],
    specs: ['apps/approval/src/use-cases/assign-tasks.spec.ts'],
  },
  {
    name: 'a returned stage goes back to whoever left',
    harm: 'a stage that has to be done again lies with somebody who is no longer there',
    hunks: [
      {
        file: 'apps/approval/src/use-cases/freed-tasks.ts',
        find: 'if (await mayHave(deps, changes, officer, { track, of, stage }, now)) continue;',
        replace: 'continue;',
      },
    ],
    specs: ['apps/approval/src/use-cases/transfer-work.spec.ts'],
  },
  {
    name: 'the lower agency decides what it reports',
    harm: 'a permit is decided by whom the law only lets review it first',
    hunks: [
      {
        file: 'apps/approval/src/domain/track/transfer.ts',
        find: '    agency: to,\n    agencyName: toName,\n    terms,\n',
        replace: '    agency: from,\n    agencyName: fromName,\n    terms,\n',
      },
    ],
    specs: ['apps/approval/src/domain/track/transfer.spec.ts', UPWARD],
  },
  {
    name: 'a stopped clock stops no stage',
    harm: 'a stage is overdue while everybody waits for a test',
    hunks: [
      {
        file: 'apps/approval/src/domain/process/stage-terms.ts',
        find: "    ...clock.filter(({ type }) => type === 'suspended' || type === 'resumed'),\n",
        replace: "    ...clock.filter(({ type }) => type === 'resumed').slice(0, 0),\n",
      },
    ],
    specs: ['apps/approval/src/domain/process/stage-terms.spec.ts', UPWARD],
  },
];
