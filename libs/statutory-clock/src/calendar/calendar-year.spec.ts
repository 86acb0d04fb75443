import { instantOf, legalDate } from '@onewindow/kernel';
import { publishEdition, takeEdition, tellCalendar, type CalendarYear } from './calendar-year.js';
import { editionsSince, isAsNewAs } from './editions.js';
import { PUBLISHED_YEARS } from './published-years.js';
import { readYearTable, yearTableReading } from './read-year-table.js';
import { WorkingCalendar } from './working-calendar.js';
import type { YearTable } from './year-table.js';

const NOW = instantOf('2026-11-12T09:30:00+08:00');
const shipped = PUBLISHED_YEARS.find(({ year }) => year === 2026) as YearTable;
/** A later notice gives one more day off. */
const amended: YearTable = readYearTable({
  ...shipped,
  source: { title: '关于调整的通知', documentNumber: '国办发明电〔2026〕3号' },
  holidays: [
    ...shipped.holidays,
    {
      name: { zh: '纪念日', en: 'Memorial day' },
      from: legalDate('2026-09-03'),
      to: legalDate('2026-09-03'),
    },
  ],
  workingDayCount: shipped.workingDayCount - 1,
});
const publish = (stored: CalendarYear | undefined, table: YearTable) =>
  publishEdition(stored, table, NOW, ['approval-bureau']);

describe('The calendar of a year', () => {
  it('is amended by a later notice, which counts after what ships with the platform', () => {
    const { state, events } = publish(undefined, amended);

    expect(state.table.version).toBe(2);
    expect(state.editions.map(({ edition, documentNumber }) => [edition, documentNumber])).toEqual([
      [1, shipped.source.documentNumber],
      [2, '国办发明电〔2026〕3号'],
    ]);
    expect(events).toMatchObject([{ type: 'calendar-published', edition: 2 }]);
  });

  it('stays as it is when the notice in force comes again', () => {
    const { state } = publish(undefined, amended);

    expect(publish(state, amended).events).toEqual([]);
    expect(publish(undefined, shipped).events).toEqual([]);
  });

  it('is taken over by others under its edition, and an older one that comes late is not', () => {
    const { table } = publish(undefined, amended).state;
    const taken = takeEdition(undefined, table, NOW);

    expect(taken.state.table).toEqual(table);
    expect(takeEdition(taken.state, table, NOW).events).toEqual([]);
    expect(takeEdition(taken.state, { ...shipped, version: 1 }, NOW).events).toEqual([]);
  });

  it('is told to whoever takes part later, once', () => {
    const { state } = publish(undefined, amended);
    const told = tellCalendar(state, ['approval-bureau', 'supervision-new']);

    expect(told.events).toEqual([{ type: 'calendar-told', to: ['supervision-new'] }]);
    expect(tellCalendar(told.state, ['supervision-new']).events).toEqual([]);
  });
});

describe('The editions of a calendar', () => {
  const before = WorkingCalendar.published();
  const after = WorkingCalendar.of([...PUBLISHED_YEARS, { ...amended, version: 2 }], '379900');

  it('name the notices that came since', () => {
    expect(editionsSince(after, before.version)).toEqual([
      { year: 2026, edition: 2, documentNumber: '国办发明电〔2026〕3号' },
    ]);
    expect(editionsSince(after, after.version)).toEqual([]);
    expect(editionsSince(before, undefined)).toHaveLength(3);
  });

  it('tell an older calendar from a newer one', () => {
    expect(isAsNewAs(after.version, before.version)).toBe(true);
    expect(isAsNewAs(before.version, after.version)).toBe(false);
    expect(isAsNewAs('2026.2', '2025.1')).toBe(false);
  });
});

describe('A calendar with several mistakes', () => {
  it('is refused with all of them, also beside dates that do not exist', () => {
    const { unmet } = yearTableReading({
      ...shipped,
      makeUpWorkdays: ['2026-02-30', '2026-03-02', '2026-02-28', '2026-02-28', '2028-01-01'],
      regional: [
        { region: '45', source: shipped.source, holidays: [], makeUpWorkdays: [] },
        { region: '45', source: shipped.source, holidays: [], makeUpWorkdays: [] },
      ],
    });

    expect(unmet.map(({ rule }) => rule)).toEqual([
      'date-exists',
      'date-within-year',
      'make-up-day-listed-once',
      'make-up-day-is-a-weekend-day',
      'region-listed-once',
    ]);
  });
});
