import type {
  FindQuotaReply,
  FindQuotaRequest,
  ListQuotasReply,
  ListQuotasRequest,
  PlaceUnderQuota,
} from '@onewindow/contracts';
import { holds, legalDateAt, type Actor, type Clock, type Instant } from '@onewindow/kernel';
import { decodeCursor, encodeCursor } from '@onewindow/service';
import { approvalRefusals } from '../domain/approval-refusals.js';
import type { Case } from '../domain/case/case.js';
import { AGENCY_ROLES, visibleTo } from '../domain/case/visible-to.js';
import { boundsOf, periodOf, periodToShow, type Quota } from '../domain/quota/quota.js';
import { isEnded } from '../domain/track/track-lifecycle.js';
import type { Track } from '../domain/track/track.js';
import type { EarlierFilings } from '../use-cases/ports.js';
import {
  limitView,
  orderView,
  periodView,
  placeView,
  quotaView,
  type Ahead,
  type FilingLines,
  type LimitLine,
} from './quota-view.js';

const LINES_OF_A_PAGE = 50;

/** The filings of one item in one period, from a place in their order on. */
export interface FilingQuery extends Pick<EarlierFilings, 'region' | 'item' | 'since' | 'before'> {
  readonly after?: { readonly acceptedAt: Instant; readonly caseNumber: string };
  /** Only what this person filed, or the organisation. */
  readonly filedBy?: { readonly account: string; readonly creditCode?: string };
}

/** A quota with the name of its item, where the catalogue has told of it. */
export interface QuotaOfItem {
  readonly quota: Quota;
  readonly itemName?: string;
}

export interface QuotaRecords {
  exists(region: string, item: string): Promise<boolean>;
  quota(region: string, item: string): Promise<Quota | undefined>;
  /** By item. */
  quotas(region: string, limit: number, after: string): Promise<readonly QuotaOfItem[]>;
  filings(query: FilingQuery, limit: number): Promise<FilingLines>;
  ahead(filings: EarlierFilings): Promise<Ahead>;
  /** Every limit that was published, the newest first. */
  limits(region: string, item: string, most: number): Promise<readonly LimitLine[]>;
}

const MOST_LIMITS = 200;

/** Who reads the order place by place; an applicant learns how long it is, and of its places their own. */
const SEES_THE_ORDER = [
  ...AGENCY_ROLES,
  'window-clerk',
  'supervisor',
  'auditor',
  'administrator',
] as const;

/** Permits of a limited number (许可法 57); also the DI token. */
export class QuotaViews {
  constructor(private readonly deps: { readonly records: QuotaRecords; readonly now: Clock }) {}

  /** Of the region of whoever asks; without one nothing is limited. */
  async find(request: FindQuotaRequest, actor: Actor): Promise<FindQuotaReply> {
    const { records, now } = this.deps;
    const { item, from, cursor, limit = LINES_OF_A_PAGE } = request;
    const region = actor.kind === 'person' ? actor.region : '';
    const quota = await records.quota(region, item);
    if (quota === undefined) throw approvalRefusals.refuse('quota-not-found');
    const period =
      from === undefined
        ? periodToShow(quota, legalDateAt(now()))
        : quota.periods.find((each) => each.from === from);
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const filed = whoseFilings(actor);
    const [history, lines] = await Promise.all([
      records.limits(region, item, MOST_LIMITS),
      period &&
        filed &&
        records.filings(
          {
            region,
            item,
            ...boundsOf(period),
            ...filed,
            ...(after && { after: { acceptedAt: after.key as Instant, caseNumber: after.id } }),
          },
          limit + 1,
        ),
    ]);
    return {
      ...quotaView(item, quota),
      ...(period && lines && { queue: orderView(period, lines, visibleTo(actor), limit) }),
      history: history.map(limitView),
    };
  }

  async list(
    { cursor, limit = LINES_OF_A_PAGE }: ListQuotasRequest,
    actor: Actor,
  ): Promise<ListQuotasReply> {
    const region = actor.kind === 'person' ? actor.region : '';
    const after = cursor === undefined ? '' : decodeCursor(cursor).id;
    const found = await this.deps.records.quotas(region, limit + 1, after);
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    const today = legalDateAt(this.deps.now());
    return {
      quotas: shown.flatMap(({ quota, ...named }) => {
        const period = periodToShow(quota, today);
        return period ? [{ item: quota.item, ...named, period: periodView(period) }] : [];
      }),
      ...(last && { nextCursor: encodeCursor('', last.quota.item) }),
    };
  }

  /** The place of one filing in the order; none without a quota, and none once it is decided. */
  async placeOf(of: Case, { item, status }: Track): Promise<PlaceUnderQuota | undefined> {
    const { records } = this.deps;
    const { region, acceptedAt, caseNumber } = of;
    if (isEnded(status) || !(await records.exists(region, item))) return undefined;
    const quota = await records.quota(region, item);
    const period = quota && periodOf(quota, acceptedAt);
    if (period === undefined) return undefined;
    const filing = { region, item, ...boundsOf(period), acceptedAt, caseNumber };
    return placeView(period, await records.ahead(filing));
  }
}

function whoseFilings(actor: Actor): Pick<FilingQuery, 'filedBy'> | undefined {
  if (actor.kind !== 'person') return undefined;
  if (holds(actor, ...SEES_THE_ORDER)) return {};
  const { id: account, organisation: creditCode } = actor;
  return { filedBy: { account, ...(creditCode !== undefined && { creditCode }) } };
}
