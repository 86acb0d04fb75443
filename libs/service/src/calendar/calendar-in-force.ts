import { askingDatabase, type Ledger, type Pass, type ReferenceInForce } from '@onewindow/journal';
import {
  editionsSince,
  isAsNewAs,
  PUBLISHED_YEARS,
  WorkingCalendar,
  type CalendarEdition,
  type CalendarYear,
} from '@onewindow/statutory-clock';
import type { Pool } from 'pg';

/** The name under which decisions rest on the calendar. */
export const CALENDAR_REFERENCE = 'calendar';

/** What open dates are derived from anew, and the notices that are the reason. */
export interface CalendarGround {
  readonly calendar: WorkingCalendar;
  readonly reason: readonly CalendarEdition[];
}

interface Stored {
  readonly version: string;
  readonly years: readonly CalendarYear[];
}

/** Version and years of one moment. */
const STORED = `select
  coalesce((select version from journal_reference where name = '${CALENDAR_REFERENCE}'), 0) as version,
  coalesce((select json_agg(state) from calendar_year), '[]') as years`;
const VERSION = `select version from journal_reference where name = '${CALENDAR_REFERENCE}'`;

/**
 * The working calendar that this process counts by: what ships with the platform, and over it what was published. It is asked
 * inside transactions, whose commit is refused when another process has published meanwhile; then it is read anew.
 */
export class CalendarInForce implements ReferenceInForce<CalendarGround> {
  readonly name = CALENDAR_REFERENCE;
  private stored = 0;
  private calendar: WorkingCalendar;

  constructor(
    private readonly pool: Pool,
    private readonly region: string,
  ) {
    this.calendar = WorkingCalendar.of(PUBLISHED_YEARS, region);
  }

  /** For use cases: notes that the transaction at hand rests on it. */
  askedThrough(ledger: Ledger): () => WorkingCalendar {
    return () => {
      ledger.restOn(CALENDAR_REFERENCE, this.stored);
      return this.calendar;
    };
  }

  /** Reads what was published since the last look; tells whether anything was. */
  async refresh(): Promise<boolean> {
    const { rows } = await askingDatabase(() => this.pool.query<{ version: string }>(VERSION));
    if (Number(rows[0]?.version ?? 0) === this.stored) return false;
    const { rows: read } = await askingDatabase(() => this.pool.query<Stored>(STORED));
    const [newest] = read;
    if (newest === undefined) throw new TypeError('this statement always gives one row');
    // Two looks at once may come back in another order than they were sent.
    if (Number(newest.version) <= this.stored) return true;
    this.stored = Number(newest.version);
    const tables = [...newest.years.map(({ table }) => table), ...PUBLISHED_YEARS];
    this.calendar = WorkingCalendar.of(tables, this.region);
    return true;
  }

  async version(): Promise<string> {
    await this.refresh();
    return this.calendar.version;
  }

  replaces(inForce: string, before: string): boolean {
    return isAsNewAs(inForce, before);
  }

  ground({ since }: Pass): CalendarGround {
    const { calendar } = this;
    return { calendar, reason: editionsSince(calendar, since) };
  }
}
