import * as fc from 'fast-check';
import { holdsFor } from '../test/seeded.js';
import {
  addDays,
  addMilliseconds,
  daysBetween,
  endOfDay,
  instantOf,
  isLegalDate,
  legalDate,
  legalDateAt,
  startOfDay,
  weekday,
  yearOf,
} from './time.js';

const anyTime = fc.date({
  min: new Date('1992-01-01T00:00:00Z'),
  max: new Date('2200-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const anyInstant = anyTime.map(instantOf);
const anyDate = anyInstant.map(legalDateAt);
const anyDays = fc.integer({ min: -40_000, max: 40_000 });

describe('A legal date', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '9999-12-31', '1901-01-01'])(
    'exists: %s',
    (text) => {
      expect(legalDate(text)).toBe(text);
    },
  );

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '２０２６-01-01',
    '+002026-01-01',
    '-2026-01-01',
    '',
  ])('does not exist: %j', (text) => {
    expect(isLegalDate(text)).toBe(false);
    expect(() => legalDate(text)).toThrow(RangeError);
  });

  it('changes at midnight in Shanghai, wherever the host stands', () => {
    expect(legalDateAt(instantOf('2026-02-08T15:59:59.999Z'))).toBe('2026-02-08');
    expect(legalDateAt(instantOf('2026-02-08T16:00:00.000Z'))).toBe('2026-02-09');
    expect(startOfDay(legalDate('2026-02-09'))).toBe('2026-02-08T16:00:00.000Z');
  });

  it('ends at 24:00, which is the first instant of the next day', () => {
    expect(endOfDay(legalDate('2026-02-28'))).toBe(startOfDay(legalDate('2026-03-01')));
    expect(endOfDay(legalDate('9999-12-31'))).toBe('9999-12-31T16:00:00.000Z');
  });

  it('is the date that a calendar of Asia/Shanghai shows', () => {
    const calendar = new Intl.DateTimeFormat('en-CA', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
    });

    holdsFor(
      fc.property(anyTime, (time) => legalDateAt(instantOf(time)) === calendar.format(time)),
    );
  });

  it('holds every instant from its start to before its end', () => {
    holdsFor(
      fc.property(anyInstant, (instant) => {
        const date = legalDateAt(instant);
        return startOfDay(date) <= instant && instant < endOfDay(date);
      }),
    );
  });

  it('begins on itself, and a millisecond earlier it was the day before', () => {
    holdsFor(
      fc.property(
        anyDate,
        (date) =>
          legalDateAt(startOfDay(date)) === date &&
          legalDateAt(addMilliseconds(startOfDay(date), -1)) === addDays(date, -1),
      ),
    );
  });

  it('counted on and back comes home', () => {
    holdsFor(
      fc.property(anyDate, anyDays, (date, days) => {
        const other = addDays(date, days);
        return (
          isLegalDate(other) && addDays(other, -days) === date && daysBetween(date, other) === days
        );
      }),
    );
  });

  it('sorts as text like it sorts in time', () => {
    holdsFor(
      fc.property(anyDate, anyDate, (one, other) => one < other === daysBetween(one, other) > 0),
    );
  });

  it('has the weekday after that of the day before', () => {
    expect(weekday(legalDate('2026-02-09'))).toBe(1);
    holdsFor(fc.property(anyDate, (date) => weekday(addDays(date, 1)) === (weekday(date) + 1) % 7));
  });

  it('knows its year', () => {
    expect(yearOf(legalDate('2026-12-31'))).toBe(2026);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'cannot be counted on by a part of a day: %d',
    (days) => {
      expect(() => addDays(legalDate('2026-02-09'), days)).toThrow(RangeError);
    },
  );

  it('cannot be counted on beyond the year 9999, which would no longer sort', () => {
    expect(() => addDays(legalDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => legalDateAt(instantOf('9999-12-31T16:00:00.000Z'))).toThrow(RangeError);
  });
});

describe('An instant', () => {
  it.each([
    ['2026-02-09T10:12:00+08:00', '2026-02-09T02:12:00.000Z'],
    ['2026-02-09T02:12:00Z', '2026-02-09T02:12:00.000Z'],
    ['2026-02-09 10:12:00.5+08', '2026-02-09T02:12:00.500Z'],
    [0, '1970-01-01T00:00:00.000Z'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
  ])('is UTC text with milliseconds: %s', (value, instant) => {
    expect(instantOf(value)).toBe(instant);
  });

  it.each([
    '2026-02-09T10:12:00',
    '2026-02-09',
    'yesterday',
    '',
    '2026-02-30T00:00:00Z',
    '2026-02-09T25:00:00Z',
    Number.NaN,
    8.64e15,
    new Date(Number.NaN),
  ])('is not told by a text without a zone or a time that does not exist: %s', (value) => {
    expect(() => instantOf(value)).toThrow(RangeError);
  });

  it('sorts as text like it sorts in time', () => {
    holdsFor(
      fc.property(
        anyTime,
        anyTime,
        (one, other) => instantOf(one) < instantOf(other) === one < other,
      ),
    );
  });

  it('moves by milliseconds and back', () => {
    holdsFor(
      fc.property(
        anyInstant,
        fc.integer(),
        (instant, milliseconds) =>
          addMilliseconds(addMilliseconds(instant, milliseconds), -milliseconds) === instant,
      ),
    );
  });
});
