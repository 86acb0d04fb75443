import type { YearCalendar } from '@onewindow/contracts';
import type { CalendarSource, RegionalDays, YearTable } from '@onewindow/statutory-clock';

/** A notice as its contract has it: the same fields, as lists that may be written to. */
export const calendarOnWire = ({
  regional,
  holidays,
  makeUpWorkdays,
  source,
  ...rest
}: Omit<YearTable, 'version'>): YearCalendar => ({
  ...rest,
  source: { ...source },
  holidays: [...holidays],
  makeUpWorkdays: [...makeUpWorkdays],
  ...(regional && { regional: regional.map(regionOnWire) }),
});

const regionOnWire = ({ holidays, makeUpWorkdays, source, region }: RegionalDays) => ({
  region,
  source: noticeOnWire(source),
  holidays: [...holidays],
  makeUpWorkdays: [...makeUpWorkdays],
});

const noticeOnWire = (source: CalendarSource) => ({ ...source });
