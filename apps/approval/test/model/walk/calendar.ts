import { addDays, weekday, type LegalDate } from '@onewindow/kernel';

export interface Days {
  readonly from: LegalDate;
  readonly to: LegalDate;
}

/** Which days are off and which weekends are worked, year by year; a year that is not there is not published. */
export type Calendar = Readonly<Record<string, YearOfDays>>;

export interface YearOfDays {
  /** The how-manieth notice of all it came with. */
  readonly edition: number;
  readonly off: readonly Days[];
  readonly worked: readonly LegalDate[];
}

const year = (off: readonly (readonly [string, string])[], worked: readonly string[]) => ({
  edition: 1,
  off: off.map(([from, to]) => ({ from, to }) as Days),
  worked: worked as readonly LegalDate[],
});

/** The days off of 2026 and the weekends that are worked, copied from 国办发明电〔2025〕7号 and not from the clock under test. */
export const OF_2026: Calendar = {
  2026: year(
    [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  ),
};

/** Of the year after, made up: nobody has published it yet. */
const OF_2027 = year(
  [
    ['2027-01-01', '2027-01-03'],
    ['2027-02-05', '2027-02-12'],
    ['2027-04-05', '2027-04-05'],
    ['2027-05-01', '2027-05-05'],
  ],
  ['2027-01-09', '2027-02-14', '2027-02-20'],
);

/** Undefined for a day of which nobody knows. */
export function isWorkingDay(calendar: Calendar, day: LegalDate): boolean | undefined {
  const known = calendar[day.slice(0, 4)];
  if (known === undefined) return undefined;
  if (known.worked.includes(day)) return true;
  return weekday(day) % 6 !== 0 && !isOff(known, day);
}

const isOff = ({ off }: YearOfDays, day: LegalDate): boolean =>
  off.some(({ from, to }) => from <= day && day <= to);

/** A notice that changes some days of the year of the first of them, or the first notice of that year. */
export interface Notice {
  readonly year: string;
  readonly days: YearOfDays;
}

export function noticeOf(
  calendar: Calendar,
  days: readonly [LegalDate, ...LegalDate[]],
  edition: number,
): Notice {
  // Of the years before nobody counts a day any more.
  const named = days[0] < '2026' ? '2026' : days[0].slice(0, 4);
  const before = calendar[named];
  if (before === undefined) return { year: named, days: { ...OF_2027, edition } };
  const changed = days.filter((day) => day.startsWith(named)).reduce(turned, before);
  return { year: named, days: { ...changed, edition } };
}

/** A working day is off, a weekend is worked, and either the other way round; a day in the middle of a festival stays what it is. */
function turned(of: YearOfDays, day: LegalDate): YearOfDays {
  const { off, worked } = of;
  if (worked.includes(day)) return { ...of, worked: worked.filter((each) => each !== day) };
  const alone = off.filter(({ from, to }) => from !== day || to !== day);
  if (alone.length < off.length) return { ...of, off: alone };
  if (isOff(of, day)) return of;
  return weekday(day) % 6 === 0
    ? { ...of, worked: [...worked, day] }
    : { ...of, off: [...off, { from: day, to: day }] };
}

/** The newest notice of a year counts, in whatever order they come. */
export const withNotice = (calendar: Calendar, { year: named, days }: Notice): Calendar =>
  (calendar[named]?.edition ?? 0) >= days.edition ? calendar : { ...calendar, [named]: days };

/** The notice as intake tells it. */
export function toldNotice({ year: named, days }: Notice) {
  const first = `${named}-01-01` as LegalDate;
  let workingDayCount = 0;
  for (let day = first; day.startsWith(named); day = addDays(day, 1)) {
    if (isWorkingDay({ [named]: days }, day) === true) workingDayCount += 1;
  }
  return {
    calendar: {
      year: Number(named),
      source: {
        title: '关于部分节假日安排的通知',
        documentNumber: `通知${String(days.edition)}号`,
      },
      holidays: days.off.map((each) => ({ name: { zh: '假日', en: 'day off' }, ...each })),
      makeUpWorkdays: [...days.worked],
      workingDayCount,
    },
    edition: days.edition,
    publishedAt: `${named}-01-01T00:00:00.000Z`,
  };
}
