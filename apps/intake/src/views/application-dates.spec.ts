import { PUBLISHED_YEARS, WorkingCalendar } from '@onewindow/statutory-clock';
import { legalDate } from '@onewindow/kernel';
import { anApplication, CALENDAR } from '../../test/situations.js';
import { explainApplicationDate } from './application-dates.js';

/** What the place gives today; the application was received when it gave five and fifteen. */
const TODAY = { workingDaysToAccept: 2, workingDaysToCorrect: 4 } as Parameters<
  typeof explainApplicationDate
>[2];

const application = anApplication({ answerBy: { due: '2026-05-07' }, answerWithin: 5 });

describe('The explanation of a date before acceptance', () => {
  it('counts the days that the place gave when the term began, not those of today', () => {
    const { due, steps } = explainApplicationDate(application, 'answer', TODAY, CALENDAR);

    expect(due).toEqual({ due: '2026-05-07' });
    expect(steps[0]?.en).toContain('5 working days');
    expect(steps.find(({ kind }) => kind === 'end')?.en).toContain('2026-05-07');
  });

  it('says so where the date was settled before a calendar was amended', () => {
    const amended = WorkingCalendar.of(
      PUBLISHED_YEARS.map((table) =>
        table.year === 2026
          ? {
              ...table,
              version: 2,
              holidays: [
                ...table.holidays,
                {
                  name: { zh: '日', en: 'day' },
                  from: legalDate('2026-05-06'),
                  to: legalDate('2026-05-06'),
                },
              ],
            }
          : table,
      ),
    );
    const { due, steps } = explainApplicationDate(application, 'answer', TODAY, amended);

    expect(due).toEqual({ due: '2026-05-07' });
    expect(steps.at(-1)?.en).toContain('2026-05-07 stands');
  });

  it('is refused while there is no such date', () => {
    expect(() => explainApplicationDate(application, 'correction', TODAY, CALENDAR)).toThrow(
      'date-not-set',
    );
  });
});
