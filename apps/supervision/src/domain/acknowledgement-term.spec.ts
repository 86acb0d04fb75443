import { instantOf, legalDate } from '@onewindow/kernel';
import { PUBLISHED_YEARS, WorkingCalendar } from '@onewindow/statutory-clock';
import { DECISION as A_DECISION } from '../../test/a-decision.js';
import { acknowledgeByOn, deadlinesOf, rederiveAcknowledgement } from './acknowledgement-term.js';
import { acknowledge, receive, recordOverdue } from './handover.js';

const REASON = [{ year: 2026, edition: 2, documentNumber: '国办发明电〔2026〕3号' }];
const SENT = instantOf('2026-05-14T10:00:00+08:00');

const DECISION = { ...A_DECISION, handedOverAt: SENT, workingDaysToAcknowledge: 3 };

const calendarOf = (year: number, off?: string) =>
  WorkingCalendar.of(
    PUBLISHED_YEARS.flatMap((table) => {
      if (table.year > year) return [];
      if (table.year !== 2026 || off === undefined) return [table];
      const day = { name: { zh: '日', en: 'day' }, from: legalDate(off), to: legalDate(off) };
      return [{ ...table, version: 2, holidays: [...table.holidays, day] }];
    }),
  );
const amended = { calendar: calendarOf(2026, '2026-05-18'), reason: REASON };
const received = receive(DECISION, SENT).state;

describe('The term of the department to sign, on another calendar', () => {
  it('moves with its deadline, and says what it was and why it moved', () => {
    const moved = rederiveAcknowledgement(received, amended);

    expect(moved?.events).toEqual([
      {
        type: 'acknowledgement-moved',
        before: { due: '2026-05-19' },
        after: { due: '2026-05-20' },
        calendars: REASON,
      },
    ]);
    expect(moved && deadlinesOf(moved.state).acknowledgement).toBe('2026-05-20T16:00:00.000Z');
  });

  it('has no entry where the calendar does not reach it', () => {
    expect(
      rederiveAcknowledgement(received, { calendar: calendarOf(2026, '2026-09-02'), reason: [] }),
    ).toBeUndefined();
  });

  it('is left alone once it was signed, or recorded as overdue', () => {
    const signed = acknowledge(received, { officer: 'jiang.bo' }, SENT).state;
    const overdue = recordOverdue(received, instantOf('2026-05-20T00:00:00+08:00')).state;

    expect(rederiveAcknowledgement(signed, amended)).toBeUndefined();
    expect(rederiveAcknowledgement(overdue, amended)).toBeUndefined();
  });

  it('stays as the bureau told it where the calendar here does not reach', () => {
    expect(acknowledgeByOn(DECISION, calendarOf(2025))).toEqual({ due: '2026-05-19' });
  });

  it('is open, and nothing is armed, where nobody has the year', () => {
    const open = acknowledgeByOn({ ...DECISION, acknowledgeBy: {} }, calendarOf(2025));

    expect(open).toMatchObject({ missingYear: 2026 });
    expect(deadlinesOf({ ...received, acknowledgeBy: open })).toEqual({
      acknowledgement: undefined,
    });
  });
});
