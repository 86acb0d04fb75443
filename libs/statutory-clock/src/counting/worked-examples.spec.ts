import { legalDate } from '@onewindow/kernel';
import {
  WorkingCalendar,
  countBackward,
  countForward,
  workingDays,
  calendarDays,
} from '../index.js';

const calendar = WorkingCalendar.published();
const d = legalDate;

describe('Counting a term', () => {
  it('counts make-up days and skips the Spring Festival', () => {
    expect(countForward(d('2026-02-09'), workingDays(20), calendar).due).toEqual({
      kind: 'date',
      date: '2026-03-13',
    });
  });

  it('rolls a natural-day term past the holiday', () => {
    expect(countForward(d('2025-04-24'), calendarDays(7), calendar)).toEqual({
      due: { kind: 'date', date: '2025-05-06' },
      rawLastDay: '2025-05-01',
    });
  });

  it('stays open when a year is missing', () => {
    expect(countForward(d('2026-12-14'), workingDays(20), calendar).due).toEqual({
      kind: 'open',
      notBefore: '2027-01-01',
      missingYear: 2027,
    });
  });

  it('leaves thirty whole working days before an expiry', () => {
    const latest = countBackward(d('2026-03-15'), 'end-of-day', workingDays(30), calendar);
    expect(latest).toEqual({ kind: 'date', date: '2026-01-26' });
  });

  it('leaves seven whole working days before a hearing', () => {
    const latest = countBackward(d('2025-10-15'), 'start-of-day', workingDays(7), calendar);
    expect(latest).toEqual({ kind: 'date', date: '2025-09-28' });
  });
});
