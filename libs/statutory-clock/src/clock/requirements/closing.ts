import type { ClockEvent, ClockMet, ClockMissed, ClockRestarted } from '../clock-events.js';
import { runsOn } from './requirement.js';
import type { Requirement } from './requirement.js';

/** Asked of everything but a restart: a review may send back what was already decided. */
export const stillOpen: readonly Requirement<ClockEvent>[] = [
  {
    rule: 'act-not-yet-done',
    path: 'type',
    message: {
      zh: '期限内应办的事项已经办结，不能再作记录。',
      en: 'The act that the term is for is done; nothing more can be recorded.',
    },
    holds: ({ clock, event }) => event.type === 'restarted' || clock.status !== 'met',
  },
];

const notBeforeStart = {
  rule: 'not-before-start',
  path: 'on',
  message: {
    zh: '日期早于期限起算日，请更正日期。',
    en: 'The date lies before the term starts; correct the date.',
  },
};

export const meeting: readonly Requirement<ClockMet>[] = [
  { ...notBeforeStart, holds: ({ clock, event }) => event.on >= clock.startedOn },
];

export const missing: readonly Requirement<ClockMissed>[] = [
  {
    rule: 'term-is-over',
    path: 'on',
    message: {
      zh: '期限尚未届满、已经暂停或者日期待定，不能记为逾期。',
      en: 'The term is not over, stands still, or has no known end; it cannot be recorded as missed.',
    },
    holds: ({ clock, event }) => clock.due.kind === 'date' && !runsOn(clock, event.on),
  },
  {
    rule: 'missed-once',
    path: 'type',
    message: { zh: '已经记为逾期。', en: 'It is recorded as missed already.' },
    holds: ({ clock }) => clock.missedOn === null,
  },
];

export const restarting: readonly Requirement<ClockRestarted>[] = [
  { ...notBeforeStart, holds: ({ clock, event }) => event.on >= clock.startedOn },
  {
    rule: 'restart-reason-given',
    path: 'reason',
    message: {
      zh: '请写明重新起算的理由和依据。',
      en: 'State why the term begins anew and on what ground.',
    },
    holds: ({ event }) => event.reason.trim() !== '',
  },
];
