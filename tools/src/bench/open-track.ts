import { DueDatesMovedV1 } from '@onewindow/contracts';
import { defineStore, publish, rederives } from '@onewindow/journal';
import { aggregateKind, endOfDay, type Change, type LegalDate } from '@onewindow/kernel';
import {
  deriveClock,
  promised,
  STATUTORY,
  workingDays,
  type CalendarEdition,
  type ClockEvent,
  type WorkingCalendar,
} from '@onewindow/statutory-clock';

interface Due {
  readonly due?: LegalDate;
  readonly notBefore?: LegalDate;
  readonly missingYear?: number;
}

/** What a track of the bureau keeps, as far as its clocks and its size are concerned. */
export interface OpenTrack {
  readonly id: string;
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly item: string;
  readonly clock: readonly ClockEvent[];
  readonly statutory: Due;
  readonly promised: Due;
  /** Stands for the papers, procedures and opinions of a track. */
  readonly record: string;
}

export type OpenTrackEvent =
  | { readonly type: 'track-opened' }
  | {
      readonly type: 'due-dates-moved';
      readonly before: Pick<OpenTrack, 'statutory' | 'promised'>;
      readonly after: Pick<OpenTrack, 'statutory' | 'promised'>;
      readonly calendars: readonly CalendarEdition[];
    };

export const OPEN_TRACK = aggregateKind<OpenTrack, OpenTrackEvent>('track');

export const openTrackStore = defineStore({
  kind: OPEN_TRACK,
  correlationOf: ({ applicationId }) => applicationId,
  publications: {
    'track-opened': 'private',
    'due-dates-moved': ({ before, after, calendars }, { applicationId, caseNumber, item }) =>
      publish(DueDatesMovedV1, {
        applicationId,
        caseNumber,
        item,
        before,
        after,
        calendars: [...calendars],
      }),
  },
});

export interface BenchGround {
  readonly calendar: WorkingCalendar;
  readonly calendars: readonly CalendarEdition[];
}

const PROMISED = promised(workingDays(10), '办事指南');

export function datesOn(clock: readonly ClockEvent[], calendar: WorkingCalendar) {
  return {
    statutory: plain(deriveClock(STATUTORY.decision, clock, calendar).due),
    promised: plain(deriveClock(PROMISED, clock, calendar).due),
  };
}

function plain(derived: ReturnType<typeof deriveClock>['due']): Due {
  if (derived.kind === 'halted') return {};
  return derived.kind === 'date'
    ? { due: derived.date }
    : { notBefore: derived.notBefore, missingYear: derived.missingYear };
}

/** Both clocks of every open track, its entry told to intake, and its two deadlines. */
export const trackRederivation = rederives(OPEN_TRACK, {
  open: 'true',
  derive: (
    track: OpenTrack,
    { calendar, calendars }: BenchGround,
  ): Change<OpenTrack, OpenTrackEvent> | undefined => {
    const after = datesOn(track.clock, calendar);
    const { statutory, promised: promise } = track;
    if (after.statutory.due === statutory.due && after.promised.due === promise.due) {
      return undefined;
    }
    const before = { statutory, promised: promise };
    return {
      state: { ...track, ...after },
      events: [{ type: 'due-dates-moved', before, after, calendars }],
    };
  },
  deadlinesOf: ({ statutory, promised: promise }) => ({
    'term-end': statutory.due && endOfDay(statutory.due),
    'promised-end': promise.due && endOfDay(promise.due),
  }),
});
