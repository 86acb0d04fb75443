import {
  addDays,
  legalDateAt,
  refuseWhenUnmet,
  type Change,
  type Instant,
  type LegalDate,
  type UnmetRule,
} from '@onewindow/kernel';
import {
  countForward,
  stops,
  unmetForEvent,
  workingDays,
  type ClockEvent,
  type ClockRule,
  type WorkingCalendar,
} from '@onewindow/statutory-clock';
import { approvalRefusals } from '../approval-refusals.js';
import { noticeNumber } from '../paper-numbers.js';
import { withStageTerms } from '../process/stage-terms.js';
import { unmetOf, type Requirement } from '../requirement.js';
import { clockNameOf, type StoppingProcedure } from './special-procedure-kinds.js';
import { datesAfter, promiseOf, statutoryRule, type Counting } from './track-clock.js';
import { trackLifecycle } from './track-lifecycle.js';
import type { SpecialProcedure } from './track-contents.js';
import type { TrackEvent } from './track-events.js';
import type { ReportFile, Track } from './track.js';

export interface StartOfSpecialProcedure extends StoppingProcedure {
  readonly procedureId: string;
  readonly reason: string;
  readonly carriedOutBy: string;
  readonly costFen?: number;
  readonly expectedWorkingDays: number;
  readonly startedBy: string;
}

/**
 * The clock stands still from the day of the written notice, that day included, however many procedures run at once (许可法 45);
 * only that of the promise, where the place excludes the procedure from its promise alone. The notice is part of the act: there is no
 * suspension without its number.
 */
export function startSpecialProcedure(
  track: Track,
  start: StartOfSpecialProcedure,
  now: Instant,
  counting: Counting,
): Change<Track, TrackEvent> {
  const status = trackLifecycle.next(track.status, 'start-special-procedure');
  const from = legalDateAt(now);
  const procedure: SpecialProcedure = {
    ...start,
    noticeNumber: noticeNumber(track, track.specialProcedures.length + 1),
    from,
  };
  const suspended: ClockEvent = {
    type: 'suspended',
    procedure: clockNameOf(start),
    from,
    notice: procedure.noticeNumber,
    expectedUntil: lastDayOf(from, start.expectedWorkingDays, counting.calendar),
  };
  refuseUnless([
    ...unmetOf(starting, start),
    ...unmetForEvent(judgeOf(track, start), track.clock, suspended, counting.calendar),
  ]);
  const clock = [...track.clock, suspended];
  const dates = datesAfter(track, clock, counting);
  const specialProcedures = [...track.specialProcedures, procedure];
  return {
    state: withStageTerms({ ...track, status, clock, dates, specialProcedures }, counting),
    events: [
      {
        type: 'special-procedure-started',
        procedure,
        issuedAt: now,
        statutory: dates.statutory,
      },
    ],
  };
}

export interface EndOfSpecialProcedure {
  readonly procedureId: string;
  readonly result: 'favourable' | 'unfavourable' | 'inconclusive';
  readonly conclusion: string;
  readonly report: ReportFile;
}

/** The day of the result is the last that does not count; the clock runs on once no other procedure is running. */
export function endSpecialProcedure(
  track: Track,
  { procedureId, ...outcome }: EndOfSpecialProcedure,
  now: Instant,
  counting: Counting,
): Change<Track, TrackEvent> {
  const running = track.specialProcedures.filter(({ ended }) => ended === undefined);
  const status = trackLifecycle.next(
    track.status,
    running.length > 1 ? 'end-special-procedure' : 'end-last-special-procedure',
  );
  const procedure = running.find((each) => each.procedureId === procedureId);
  if (procedure === undefined) throw refusal([NOT_RUNNING]);

  const until = legalDateAt(now);
  const resumed: ClockEvent = { type: 'resumed', notice: procedure.noticeNumber, on: until };
  refuseUnless([
    ...unmetOf(ending, outcome),
    ...unmetForEvent(judgeOf(track, procedure), track.clock, resumed, counting.calendar),
  ]);
  const clock = [...track.clock, resumed];
  const dates = datesAfter(track, clock, counting);
  const end = { until, ...outcome };
  const specialProcedures = track.specialProcedures.map((each) =>
    each.procedureId === procedureId ? { ...each, ended: end } : each,
  );
  const { statutory, suspendedWorkingDays } = dates;
  return {
    state: withStageTerms({ ...track, status, clock, dates, specialProcedures }, counting),
    events: [
      {
        type: 'special-procedure-ended',
        procedureId,
        end,
        ...(suspendedWorkingDays !== undefined && { suspendedWorkingDays }),
        statutory,
      },
    ],
  };
}

/** Last day of a procedure that takes so many working days, its first day among them; the first day that nobody can count where the calendar ends. */
function lastDayOf(from: LegalDate, days: number, calendar: WorkingCalendar): LegalDate {
  const { due } = countForward(addDays(from, -1), workingDays(days), calendar);
  return due.kind === 'date' ? due.date : due.notBefore;
}

/** The clock that has to agree: the statutory one, but for what the place excludes from its promise alone. */
function judgeOf({ terms }: Track, procedure: StoppingProcedure): ClockRule {
  const statutory = statutoryRule(terms.statutory);
  const promise = promiseOf(terms);
  const name = clockNameOf(procedure);
  return promise !== undefined && !stops(statutory, name) && stops(promise, name)
    ? promise
    : statutory;
}

const refusal = (unmet: readonly UnmetRule[]) =>
  approvalRefusals.refuse('special-procedure-not-possible', unmet);

const refuseUnless = (unmet: readonly UnmetRule[]): void => refuseWhenUnmet(unmet, refusal);

const ART_45 = '行政许可法 45';

const starting: readonly Requirement<StartOfSpecialProcedure>[] = [
  {
    rule: 'reason-given',
    path: 'reason',
    source: ART_45,
    message: {
      zh: '请写明启动特别程序的理由，告知书须载明。',
      en: 'State why the procedure is needed; the notice has to say it.',
    },
    holds: ({ reason }) => reason.trim() !== '',
  },
  {
    rule: 'expected-time-stated',
    path: 'expectedWorkingDays',
    source: ART_45,
    message: {
      zh: '请填写所需的工作日数（正整数），所需时间须书面告知申请人。',
      en: 'State how many working days it takes, at least one; the applicant is told in writing.',
    },
    holds: ({ expectedWorkingDays }) =>
      Number.isInteger(expectedWorkingDays) && expectedWorkingDays >= 1,
  },
];

const ending: readonly Requirement<Omit<EndOfSpecialProcedure, 'procedureId'>>[] = [
  {
    rule: 'conclusion-given',
    path: 'conclusion',
    message: {
      zh: '请填写特别程序的结论。',
      en: 'State the conclusion of the procedure.',
    },
    holds: ({ conclusion }) => conclusion.trim() !== '',
  },
];

const NOT_RUNNING: UnmetRule = {
  rule: 'procedure-is-running',
  path: 'procedureId',
  message: {
    zh: '该特别程序不存在或者已经结束，请从事项页面选择正在进行的程序。',
    en: 'There is no such procedure, or it has ended; choose one that is running on the page of the track.',
  },
};
