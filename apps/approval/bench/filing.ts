import { randomUUID } from 'node:crypto';
import {
  addDays,
  addMilliseconds,
  instantOf,
  legalDate,
  legalDateAt,
  startOfDay,
  type Instant,
  type LegalDate,
} from '@onewindow/kernel';
import { WorkingCalendar } from '@onewindow/statutory-clock';
import { chainOf, type ChainRows } from './chains.js';
import { FILED } from './items.js';
import type { OfficersAtWork } from './officers-at-work.js';
import { draws, parties } from './people.js';
import type { Told } from './stand-ins.js';
import { tell, type Ending, type History } from './stories.js';

const REGION = '379900';
const FIRST_DAY = legalDate('2024-01-02');
/** Working days on which what is open was filed, all but a few. */
const RECENT_DAYS = 18;
const RECENT_SHARE = 0.056;
/** Of the cases of earlier days: long overdue. */
const LEFT_BEHIND = 0.0005;
const REFUSED = 0.12;
const DECIDED_AFTER_DAYS = 6;
const REVIEWED_AFTER_DAYS = 3;
/** Tasks of the officer who has the most. */
const MOST_TASKS = 2_000;
const DOORS_OPEN_MS = 9 * 3_600_000;
const BETWEEN_STORIES_MS = 613_000;

export interface FiledAggregate {
  readonly kind: History['kind'];
  readonly rows: ChainRows;
  readonly deadlines: readonly (readonly [string, Instant])[];
}

export interface FiledCase {
  readonly isOpen: boolean;
  readonly region: string;
  readonly acceptedAt: Instant;
  readonly aggregates: readonly FiledAggregate[];
}

interface Story {
  readonly acceptedAt: Instant;
  readonly isOpen: boolean;
  readonly histories: readonly {
    readonly kind: History['kind'];
    readonly chain: (told: Told) => ChainRows;
    readonly deadlines: FiledAggregate['deadlines'];
  }[];
}

/** So many cases as a city has them: day by day, one in twenty open. The same in every run but for ids and salts. */
export class Filing {
  private readonly next = draws(20_260_101);
  private readonly today = legalDateAt(instantOf(new Date()));
  private readonly given = new Map<string, number>();

  constructor(
    private readonly cases: number,
    private readonly officers: OfficersAtWork,
  ) {}

  *all(): Generator<FiledCase> {
    const party = parties(this.cases);
    for (const { day, count, isRecent } of this.days()) {
      const stories = new Map<string, Story>();
      for (let serial = 1; serial <= count; serial += 1) {
        const at = chosen(this.next());
        const items = FILED[at]?.items ?? [];
        const ending = this.ending(day, isRecent, items[0]?.agency ?? '');
        const key = `${String(at)} ${ending}`;
        const acceptedAt = addMilliseconds(
          startOfDay(day),
          DOORS_OPEN_MS + stories.size * BETWEEN_STORIES_MS,
        );
        const story =
          stories.get(key) ??
          storyOf(tell({ items, acceptedAt, ending, region: REGION }), ending, acceptedAt);
        stories.set(key, story);
        const told = {
          ...party.next().value,
          ...this.officer(items[0]?.agency ?? '', ending),
          application: randomUUID(),
          caseNumber: `${REGION}-${day.replaceAll('-', '')}-${String(serial).padStart(6, '0')}`,
          code: randomUUID().slice(0, 12),
        };
        yield {
          isOpen: story.isOpen,
          region: REGION,
          acceptedAt: story.acceptedAt,
          aggregates: story.histories.map(({ kind, chain, deadlines }) => ({
            kind,
            rows: chain(told),
            deadlines,
          })),
        };
      }
    }
  }

  /** Every working day until yesterday, with its share of the cases. */
  private *days() {
    const calendar = WorkingCalendar.published();
    const all: LegalDate[] = [];
    for (let day = FIRST_DAY; day < this.today; day = addDays(day, 1))
      if (calendar.isWorkingDay(day)) all.push(day);
    const recent = Math.ceil(this.cases * RECENT_SHARE);
    const parts = [
      { isRecent: false, days: all.slice(0, -RECENT_DAYS), among: this.cases - recent },
      { isRecent: true, days: all.slice(-RECENT_DAYS), among: recent },
    ];
    for (const { isRecent, days, among } of parts)
      for (const [at, day] of days.entries()) {
        const upTo = (index: number) => Math.round((index * among) / days.length);
        yield { day, isRecent, count: upTo(at + 1) - upTo(at) };
      }
  }

  private ending(day: LegalDate, isRecent: boolean, agency: string): Ending {
    const isOpen = isRecent
      ? addDays(day, DECIDED_AFTER_DAYS) >= this.today || this.next() < 0.9
      : this.next() < LEFT_BEHIND;
    if (!isOpen) return this.next() < REFUSED ? 'refused' : 'granted';
    if (this.officers.reviewers(agency).length === 0) return 'in-pool';
    const place = this.next();
    if (place < 0.3) return 'in-pool';
    return place > 0.8 && addDays(day, REVIEWED_AFTER_DAYS) < this.today ? 'reviewed' : 'assigned';
  }

  private officer(agency: string, ending: Ending): Told {
    if (ending !== 'assigned' && ending !== 'reviewed') return {};
    const { busiest, reviewers, deciders } = this.officers;
    const all = ending === 'assigned' ? reviewers(agency) : deciders(agency);
    const has = (account: string) => this.given.get(account) ?? 0;
    const first = all.find(({ account }) => account === busiest && has(account) < MOST_TASKS);
    const others = all.filter(({ account }) => account !== busiest);
    const one =
      first !== undefined && this.next() < 0.13
        ? first
        : (others[Math.floor(this.next() * others.length)] ?? all[0]);
    if (one === undefined) throw new TypeError(`nobody of ${agency} can have a task`);
    this.given.set(one.account, has(one.account) + 1);
    return { officer: one.account, officerName: one.name };
  }
}

function storyOf(histories: readonly History[], ending: Ending, acceptedAt: Instant): Story {
  return {
    acceptedAt,
    isOpen: ending !== 'granted' && ending !== 'refused',
    histories: histories.map((history) => ({
      kind: history.kind,
      chain: chainOf(history),
      deadlines: Object.entries(history.deadlines).flatMap(([name, due]) =>
        due === undefined ? [] : [[name, due] as const],
      ),
    })),
  };
}

/** Which of the things that are filed, by their shares. */
function chosen(draw: number): number {
  let place = draw * 1_000;
  for (const [at, { share }] of FILED.entries()) {
    place -= share;
    if (place < 0) return at;
  }
  return 0;
}
