import { inModel, type Mutation } from './mutation.js';

const APPROVAL = 'apps/approval/src';
const REDERIVE_SPEC = `${APPROVAL}/domain/rederivation/rederive-track.spec.ts`;

/** Defects of dates that move with the calendar, and of who has a say or a turn before a decision. */
export const movingMutations: readonly Mutation[] = [
  {
    name: 'a calendar forgotten',
    harm: 'new days off are published, and the terms that run keep the dates of before',
    hunks: [
      {
        file: `${APPROVAL}/domain/rederivation/rederive-track.ts`,
        find: '  if (isEnded(track.status) || track.missedAt !== undefined) return undefined;',
        replace:
          '  if (isEnded(track.status) || track.missedAt !== undefined || calendars.length > 0) return undefined;',
      },
    ],
    specs: [inModel('terms'), REDERIVE_SPEC],
  },
  {
    name: 'a closed date moved',
    harm: 'a term that was missed is kept after all, once a later calendar says so',
    hunks: [
      {
        file: `${APPROVAL}/domain/track/track-clock.ts`,
        find: "    ...(missedAt === undefined ? [] : ['statutory' as const]),",
        replace: "    ...(missedAt === undefined ? [] : ['statutory' as const].slice(1)),",
      },
    ],
    specs: [REDERIVE_SPEC],
  },
  {
    name: 'missed by the calendar of before',
    harm: 'a deadline fires on a date that is no longer the last day, and an agency is late that is not',
    hunks: [
      {
        file: `${APPROVAL}/domain/track/term.ts`,
        find: '  const dates = datesAfter(track, track.clock, counting);',
        replace:
          '  const { dates } = counting ? track : { dates: datesAfter(track, track.clock, counting) };',
      },
    ],
    specs: [REDERIVE_SPEC],
  },
  {
    name: 'silent by the calendar of before',
    harm: 'a department that still has its day is taken to agree',
    hunks: [
      {
        file: `${APPROVAL}/use-cases/give-department-opinion.ts`,
        find: '    const change = decide(onCalendar(consultation, deps), deps.now());',
        replace: '    const change = decide(consultation, deps.now());',
      },
    ],
    specs: [`${APPROVAL}/use-cases/give-department-opinion.spec.ts`],
  },
  {
    name: 'the joint term does not stand still',
    harm: 'the days of a test are counted against everybody who handles the bundle together',
    hunks: [
      {
        file: `${APPROVAL}/domain/case/joint-term.ts`,
        find: '  if (of.joint === undefined || event === undefined) return unchanged(of);',
        replace:
          "  if (of.joint === undefined || event === undefined || event.type === 'suspended') return unchanged(of);",
      },
    ],
    specs: [inModel('terms'), `${APPROVAL}/domain/case/joint-term.spec.ts`],
  },
  {
    name: 'parties unheard',
    harm: 'a permit is granted over the heads of the neighbours while they may still object',
    hunks: [
      {
        file: `${APPROVAL}/domain/interest/decision-after-hearing-parties.ts`,
        find: '    .filter((party) => party.told !== undefined && !isHeard(of, party, now, calendar))',
        replace:
          '    .filter((party) => party.told === null && !isHeard(of, party, now, calendar))',
      },
    ],
    specs: [`${APPROVAL}/domain/interest/interest.spec.ts`],
  },
  {
    name: 'parties untold',
    harm: 'somebody is named, and nobody tells him before it is decided',
    hunks: [
      {
        file: `${APPROVAL}/domain/interest/decision-after-hearing-parties.ts`,
        find: '  const untold = parties.filter(({ told }) => told === undefined)',
        replace: '  const untold = parties.filter(({ told }) => told === null)',
      },
    ],
    specs: [`${APPROVAL}/domain/interest/interest.spec.ts`],
  },
  {
    name: 'the place of a withdrawn filing lost',
    harm: 'somebody withdraws, and whoever filed after him waits for his decision for ever',
    hunks: [
      {
        file: `${APPROVAL}/adapters/persistence/migrations/2026-11-22-undecided.ts`,
        find: "state->>'status' not in ('granted', 'refused', 'withdrawn')",
        replace: "state->>'status' not in ('granted', 'refused')",
      },
    ],
    specs: [inModel('filings')],
  },
  {
    name: 'a later service counts',
    harm: 'a second copy is handed out, and the term to appeal begins anew',
    hunks: [
      {
        file: `${APPROVAL}/domain/track/service.ts`,
        find: '    : told.servedAt < kept.servedAt;',
        replace: '    : told.servedAt > kept.servedAt;',
      },
    ],
    specs: [`${APPROVAL}/domain/track/service.spec.ts`],
  },
];
