import {
  unchanged,
  type Change,
  type Instant,
  type ItemNews,
  type ItemNewsKind,
  type LegalDate,
} from '@onewindow/kernel';
import type { CatalogueItem, PublishedItem } from '../service-item.js';
import type { ItemTerm } from '../terms.js';

/** What other services are told of one act on the catalogue, or of one part of a large one. */
export interface CatalogueNotice {
  readonly id: string;
  readonly at: Instant;
  readonly items: readonly ItemNews[];
  /** The participants that were told. */
  readonly toldTo: readonly string[];
}

export type CatalogueNoticeEvent =
  | { readonly type: 'catalogue-changed'; readonly to: readonly string[] }
  /** Somebody takes part who did not when it changed. */
  | { readonly type: 'catalogue-told'; readonly to: readonly string[] };

export const openNotice = (
  notice: CatalogueNotice,
): Change<CatalogueNotice, CatalogueNoticeEvent> => ({
  state: notice,
  events: [{ type: 'catalogue-changed', to: notice.toldTo }],
});

/** Tells those who have not been told. */
export function tellNotice(
  stored: CatalogueNotice,
  hearers: readonly string[],
): Change<CatalogueNotice, CatalogueNoticeEvent> {
  const to = hearers.filter((each) => !stored.toldTo.includes(each));
  if (to.length === 0) return unchanged(stored);
  return {
    state: { ...stored, toldTo: [...stored.toldTo, ...to] },
    events: [{ type: 'catalogue-told', to }],
  };
}

const MOST_ITEMS = 200;

/** Well under what a message may be, and under what the answer to a reader who missed some may hold. */
const MOST_BYTES = 100_000;

/** Parts of a long list, each small enough for one message. */
export function inParts(news: readonly ItemNews[]): readonly (readonly ItemNews[])[] {
  const parts: ItemNews[][] = [];
  let bytes = 0;
  for (const each of news) {
    const own = Buffer.byteLength(JSON.stringify(each));
    const open = parts.at(-1);
    if (open === undefined || open.length === MOST_ITEMS || bytes + own > MOST_BYTES) {
      parts.push([each]);
      bytes = own;
    } else {
      open.push(each);
      bytes += own;
    }
  }
  return parts;
}

/** An edition came into force on a day. */
export function newsInForce(
  before: CatalogueItem | undefined,
  after: CatalogueItem,
  on: LegalDate,
): ItemNews {
  const former = before?.item.decidingAgency;
  const moved = former !== undefined && former !== after.item.decidingAgency;
  const how = moved ? kindOfMove(after, on) : 'published';
  return {
    ...summaryOf(after),
    status: 'in-force',
    from: on,
    changed: { how, on, ...(moved && { formerAgency: former }) },
  };
}

/** An item ended on a day. */
export const newsOfRetirement = (after: CatalogueItem, on: LegalDate): ItemNews => ({
  ...summaryOf(after),
  status: 'retired',
  from: on,
  changed: { how: 'retired', on },
});

const MOVES = { transfer: 'transferred', delegate: 'delegated', undertake: 'undertaken' } as const;

/** An agency that was exchanged in a new edition, without an act that orders it, is no change of power. */
function kindOfMove({ powers = [] }: CatalogueItem, on: LegalDate): ItemNewsKind {
  const ordered = powers.findLast(
    ({ kind, effectiveOn }) => kind !== 'cancel' && effectiveOn === on,
  );
  return ordered === undefined || ordered.kind === 'cancel' ? 'published' : MOVES[ordered.kind];
}

function summaryOf({ id, edition, item }: CatalogueItem) {
  const { supervisingDepartment, promisedTerm } = item;
  return {
    item: id,
    edition,
    name: item.name,
    type: item.itemType,
    decidingAgency: item.decidingAgency,
    decidingAgencyName: item.decidingAgencyName,
    ...(supervisingDepartment !== undefined && { supervisingDepartment }),
    statutoryTerm: inDays(item.statutoryTerm),
    ...(promisedTerm && { promised: inDays(promisedTerm) }),
    resultName: item.resultName,
    intermediaryServices: servicesOf(item),
  };
}

const inDays = ({ unit, days }: ItemTerm) => ({ unit, days });

const servicesOf = ({ materials, intermediaryServices = [] }: PublishedItem): readonly string[] => [
  ...new Set([
    ...materials.flatMap(({ intermediaryService }) => intermediaryService ?? []),
    ...intermediaryServices.map(({ code }) => code),
  ]),
];
