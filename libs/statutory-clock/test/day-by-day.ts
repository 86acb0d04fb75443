/**
 * A second implementation, on purpose naive and with nothing of the library's: it walks one day after
 * the other over lists of its own. It decides in the specs whether the fast one is right.
 */

const OFF: Readonly<Record<string, string>> = {
  2024: '01-01 02-10 02-11 02-12 02-13 02-14 02-15 02-16 02-17 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 06-10 09-15 09-16 09-17 10-01 10-02 10-03 10-04 10-05 10-06 10-07',
  2025: '01-01 01-28 01-29 01-30 01-31 02-01 02-02 02-03 02-04 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 05-31 06-01 06-02 10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08',
  2026: '01-01 01-02 01-03 02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 06-19 06-20 06-21 09-25 09-26 09-27 10-01 10-02 10-03 10-04 10-05 10-06 10-07',
};
const WORKED: Readonly<Record<string, string>> = {
  2024: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  2025: '01-26 02-08 04-27 09-28 10-11',
  2026: '01-04 02-14 02-28 05-09 09-20 10-10',
};

const listed = (lists: Readonly<Record<string, string>>): Set<string> =>
  new Set(
    Object.entries(lists).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)),
  );
const off = listed(OFF);
const worked = listed(WORKED);

const following = new Map<string, string>();
const preceding = new Map<string, string>();
for (
  let day = new Date('2020-01-01T00:00:00Z'), text = '2020-01-01';
  text < '2036-01-01';
  text = day.toISOString().slice(0, 10)
) {
  day = new Date(day.getTime() + 86_400_000);
  following.set(text, day.toISOString().slice(0, 10));
  preceding.set(day.toISOString().slice(0, 10), text);
}
const weekends = new Set(
  [...following.keys()].filter((day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())),
);

const step = (days: ReadonlyMap<string, string>, day: string): string => {
  const other = days.get(day);
  if (other === undefined) throw new RangeError(`outside of the walked years: ${day}`);
  return other;
};
export const next = (day: string): string => step(following, day);
const before = (day: string): string => step(preceding, day);

export const isPublished = (day: string): boolean => OFF[day.slice(0, 4)] !== undefined;
export const isWorking = (day: string): boolean =>
  worked.has(day) || (!weekends.has(day) && !off.has(day));

export interface Stop {
  readonly from: string;
  readonly to: string;
}
const stopped = (stops: readonly Stop[], day: string): boolean =>
  stops.some(({ from, to }) => from <= day && day <= to);

type Walked = { readonly due: string; readonly raw?: string } | { readonly open: string };

export function walkWorkingDays(start: string, days: number, stops: readonly Stop[]): Walked {
  let day = start;
  for (let counted = 0; counted < days;) {
    day = next(day);
    if (stopped(stops, day)) continue;
    if (!isPublished(day)) return { open: day };
    if (isWorking(day)) counted += 1;
  }
  return { due: day };
}

export function walkNaturalDays(start: string, days: number, stops: readonly Stop[]): Walked {
  let day = start;
  for (let counted = 0; counted < days;) {
    day = next(day);
    if (!stopped(stops, day)) counted += 1;
  }
  const raw = day;
  for (;;) {
    if (!stopped(stops, day)) {
      if (!isPublished(day)) return { open: day };
      if (isWorking(day)) return { due: day, raw };
    }
    day = next(day);
  }
}

/** The latest day after which at least `days` whole working days lie before the anchor. */
export function walkBack(anchor: string, wholeAnchorDay: boolean, days: number): Walked {
  let day = wholeAnchorDay ? anchor : before(anchor);
  for (let counted = 0; ; day = before(day)) {
    if (!isPublished(day)) return { open: day };
    if (isWorking(day)) counted += 1;
    if (counted === days) return { due: before(day) };
  }
}

/** Working days from the day after `start` up to `through` that lie in one of the stops. */
export function stoppedWorkingDays(
  start: string,
  through: string,
  stops: readonly Stop[],
): number | null {
  let total = 0;
  for (let day = start; day < through;) {
    day = next(day);
    if (!stopped(stops, day)) continue;
    if (!isPublished(day)) return null;
    if (isWorking(day)) total += 1;
  }
  return total;
}
