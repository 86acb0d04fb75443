import { inModel, type Mutation } from './mutation.js';

const CASE = 'apps/approval/src/domain/case/case.ts';
const DECISION = 'apps/approval/src/domain/track/decision.ts';
const DERIVE = 'libs/statutory-clock/src/clock/derive-clock.ts';

/** Defects of what is decided. */
export const caseMutations: readonly Mutation[] = [
  {
    name: 'lost join',
    harm: 'the last track is decided and the case stays open for ever',
    hunks: [
      {
        file: CASE,
        find: 'const isLast = tracks.every(isConcluded);',
        replace: 'const isLast = of.tracks.every(isConcluded);',
      },
    ],
    specs: [inModel('terms'), 'apps/approval/src/domain/case/case.spec.ts'],
  },
  {
    name: 'join twice',
    harm: 'the main permit is closed before its dependent approvals, and told again with them',
    hunks: [
      {
        file: CASE,
        find: 'const isLast = tracks.every(isConcluded);',
        replace: 'const isLast = tracks.filter((each) => !isConcluded(each)).length <= 1;',
      },
      {
        file: CASE,
        find: "const status = caseLifecycle.next(of.status, isLast ? 'conclude-last-track' : 'conclude-track');",
        replace: "const status = isLast ? 'decided' : of.status;",
      },
    ],
    specs: [inModel('terms'), 'apps/approval/src/domain/case/case.spec.ts'],
  },
  {
    name: 'recusal unchecked: the reviewer decides',
    harm: 'one person alone decides, from the first look to the licence',
    hunks: [
      {
        file: DECISION,
        find: 'holds: ({ track, officer }) => !reviewersOf(track).includes(officer.id),',
        replace: 'holds: () => true,',
      },
    ],
    specs: ['apps/approval/src/domain/track/decision.spec.ts'],
  },
  {
    name: 'recusal unchecked: a declared relation',
    harm: 'an officer decides on the enterprise of a relative',
    hunks: [
      {
        file: 'apps/approval/src/domain/officers/acting-rules.ts',
        find: 'const relation = officer && relationTo(officer, matter, now);',
        replace: 'const relation = officer && [relationTo(officer, matter, now)].slice(1).at(0);',
      },
    ],
    specs: ['apps/approval/src/domain/officers/may-act.spec.ts'],
  },
  {
    name: 'extension after expiry',
    harm: 'a term that the agency let pass is mended afterwards',
    hunks: [
      {
        file: 'libs/statutory-clock/src/clock/requirements/extending.ts',
        find: 'holds: ({ clock, event }) => runsOn(clock, event.approvedOn),',
        replace: 'holds: ({ clock, event }) => runsOn(clock, event.approvedOn) || true,',
      },
    ],
    specs: [inModel('terms'), 'apps/approval/src/domain/track/extension.spec.ts'],
  },
  {
    name: 'clock not stopped',
    harm: 'the days of a test or a hearing are counted against the agency, and dates do not move',
    hunks: [
      {
        file: DERIVE,
        find: 'const excluded = endedIntervals(facts);',
        replace: 'const excluded = endedIntervals(facts).slice(0, 0);',
      },
      {
        file: DERIVE,
        find: 'const halt = metOn === null ? haltedAt(facts, counted) : null;',
        replace: 'const halt = metOn === null && false ? haltedAt(facts, counted) : null;',
      },
    ],
    specs: [inModel('terms'), 'libs/statutory-clock/src/clock/derive-clock.spec.ts'],
  },
  {
    name: 'days off are counted',
    harm: 'a term of twenty working days is over in twenty days, a holiday among them',
    hunks: [
      {
        file: 'libs/statutory-clock/src/counting/count-forward.ts',
        find: '      const count = calendar.countAfter(cursor, known);\n',
        replace: '      const count = known - cursor;\n',
      },
    ],
    specs: ['libs/statutory-clock/src/counting/count-forward.spec.ts'],
  },
  {
    name: 'a decision without its site visit',
    harm: 'a licence is granted for premises that nobody has seen',
    hunks: [
      {
        file: DECISION,
        find: 'holds: ({ track }) => !track.siteVisit || track.visited !== undefined,',
        replace: 'holds: () => true,',
      },
    ],
    specs: [inModel('terms'), 'apps/approval/src/domain/track/decision.spec.ts'],
  },
  {
    name: 'anybody may act',
    harm: 'an officer of another agency decides what is not his',
    hunks: [
      {
        file: 'apps/approval/src/domain/officers.ts',
        find: "actor.kind === 'person' && actor.department === agency && holds(actor, ...roles);",
        replace: "actor.kind === 'person' && holds(actor, ...roles);",
      },
    ],
    specs: [inModel('terms'), 'apps/approval/src/domain/officers.spec.ts'],
  },
];
