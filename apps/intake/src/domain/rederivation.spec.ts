import { legalDate } from '@onewindow/kernel';
import { PUBLISHED_YEARS, WorkingCalendar } from '@onewindow/statutory-clock';
import { anApplication, RECEIVED } from '../../test/situations.js';
import { deadlinesOf, rederiveApplication } from './rederivation.js';

const REASON = [{ year: 2026, edition: 2, documentNumber: '国办发明电〔2026〕3号' }];

/** 2026 with one more day off. */
const calendarWith = (off: string) =>
  WorkingCalendar.of(
    PUBLISHED_YEARS.map((table) =>
      table.year === 2026
        ? {
            ...table,
            version: 2,
            holidays: [
              ...table.holidays,
              { name: { zh: '日', en: 'day' }, from: legalDate(off), to: legalDate(off) },
            ],
          }
        : table,
    ),
  );

const terms = (off: string, place = 5) => ({
  calendar: calendarWith(off),
  reason: REASON,
  workingDaysToAccept: place,
  workingDaysToCorrect: 15,
});

describe('The dates of an application on another calendar', () => {
  const submitted = anApplication({ answerBy: { due: '2026-05-07' }, answerWithin: 5 });

  it('move with it, and say what they were and why they moved', () => {
    expect(rederiveApplication(submitted, terms('2026-05-06'))).toMatchObject({
      state: { answerBy: { due: '2026-05-08' } },
      events: [
        {
          type: 'dates-moved',
          before: { answerBy: { due: '2026-05-07' } },
          after: { answerBy: { due: '2026-05-08' } },
          calendars: REASON,
        },
      ],
    });
  });

  it('stay, without a fact, where the calendar does not reach them', () => {
    expect(rederiveApplication(submitted, terms('2026-09-03'))).toBeUndefined();
  });

  it('keep the days that the place gave when the term began', () => {
    expect(rederiveApplication(submitted, terms('2026-09-03', 3))).toBeUndefined();
  });

  it.each([
    ['accepted', { status: 'accepted' }],
    [
      'overdue after a correction',
      { status: 'corrected', answerOverdueSince: RECEIVED, correction: aCorrection() },
    ],
    [
      'missed by the applicant',
      {
        status: 'awaiting-correction',
        correction: { ...aCorrection(), missedAt: RECEIVED, correctBy: { due: '2026-05-01' } },
      },
    ],
  ] as const)('are not touched where it is %s', (_what, change) => {
    const application = { ...submitted, ...change };

    expect(rederiveApplication(application, terms('2026-05-06'))).toBeUndefined();
    expect(Object.values(deadlinesOf(application)).filter(Boolean)).toEqual([]);
  });

  it('move for the applicant who still has to correct', () => {
    const application = {
      ...submitted,
      status: 'awaiting-correction' as const,
      correction: { ...aCorrection(), correctWithin: 15, correctBy: { due: '2026-05-20' } },
    };
    const moved = rederiveApplication(application, terms('2026-05-12'));

    expect(moved?.state.correction?.correctBy).toEqual({ due: '2026-05-21' });
    expect(moved && deadlinesOf(moved.state)).toEqual({
      answer: undefined,
      correction: '2026-05-21T16:00:00.000Z',
    });
  });
});

function aCorrection() {
  return {
    number: 'B-1',
    issuedAt: RECEIVED,
    remarks: [],
    correctBy: { due: '2026-05-21' },
    correctedAt: RECEIVED,
  };
}
