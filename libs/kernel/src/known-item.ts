import { unchanged, type Change } from './change.js';
import { aggregateKind, type Transact } from './unit-of-work.js';

export type ItemStatus = 'in-force' | 'retired';

/** What made another edition of an item the one in force, or ended it. */
export type ItemNewsKind = 'published' | 'transferred' | 'delegated' | 'undertaken' | 'retired';

export interface TermInDays {
  readonly unit: 'working-day' | 'calendar-day';
  readonly days: number;
}

/** One edition of an item of the catalogue, with what other services need of it. */
export interface ItemNews {
  readonly item: string;
  readonly edition: number;
  readonly name: string;
  readonly status: ItemStatus;
  /** The first day of this edition; of a retired item the day on which it ended. */
  readonly from: string;
  readonly type: string;
  readonly decidingAgency: string;
  readonly decidingAgencyName: string;
  readonly supervisingDepartment?: string;
  readonly statutoryTerm: TermInDays;
  readonly promised?: TermInDays;
  readonly resultName: string;
  /** Codes of the mandated reports 中介服务 that it asks for. */
  readonly intermediaryServices: readonly string[];
  readonly changed: {
    readonly how: ItemNewsKind;
    readonly on: string;
    /** Who decided until then, where it is another. */
    readonly formerAgency?: string;
  };
}

/** An item as a service keeps it that has heard of it. */
export interface KnownItem extends ItemNews {
  readonly id: string;
  /** Whoever decides, supervises, or decided before. */
  readonly departments: readonly string[];
}

export type KnownItemEvent = {
  readonly type: 'item-known';
  readonly edition: number;
  readonly status: ItemStatus;
};

export const knownItemKind = aggregateKind<KnownItem, KnownItemEvent>('known-item');

/** Takes over what the catalogue tells; an older edition that comes late, and one that is known, change nothing. */
export function takeNews(
  stored: KnownItem | undefined,
  news: ItemNews,
): Change<KnownItem, KnownItemEvent> {
  if (stored !== undefined && !isNewer(news, stored)) return unchanged(stored);
  const { item: id, edition, status } = news;
  const departments = [...new Set([...departmentsOf(news), ...(stored?.departments ?? [])])];
  return {
    state: { id, ...news, departments },
    events: [{ type: 'item-known', edition, status }],
  };
}

/** The departments that an edition names: who decides, who supervises, and who decided before. */
export const departmentsOf = ({
  decidingAgency,
  supervisingDepartment = decidingAgency,
  changed,
}: ItemNews): readonly string[] => [
  ...new Set([decidingAgency, supervisingDepartment, changed.formerAgency ?? decidingAgency]),
];

/**
 * The use case of every service that hears of the catalogue: it keeps what concerns it, and follows it from then on, so that it
 * learns also of what concerns it no more.
 */
export const takeCatalogue =
  ({
    transact,
    concerns = () => true,
  }: {
    readonly transact: Transact;
    readonly concerns?: (news: ItemNews) => boolean;
  }) =>
  (all: readonly ItemNews[]): Promise<void> =>
    transact(async (changes) => {
      await Promise.all(all.map(({ item }) => changes.find(knownItemKind, item)));
      for (const news of all) {
        const stored = await changes.find(knownItemKind, news.item);
        if (stored !== undefined) {
          changes.save(knownItemKind, news.item, takeNews(stored, news));
        } else if (concerns(news)) {
          changes.create(knownItemKind, news.item, takeNews(undefined, news));
        }
      }
    });

/** An item ends under the edition that was in force; what is applied for again has a later one. */
const isNewer = (news: ItemNews, { edition, status }: KnownItem): boolean =>
  news.edition > edition ||
  (news.edition === edition && news.status === 'retired' && status === 'in-force');
