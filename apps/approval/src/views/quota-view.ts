import type {
  FilingInOrder,
  FindQuotaReply,
  OrderOfAcceptance,
  PlaceUnderQuota,
  PublishedLimit,
  QuotaPeriodView,
} from '@onewindow/contracts';
import type { Instant } from '@onewindow/kernel';
import { encodeCursor } from '@onewindow/service';
import { isVisible, type Visibility, type VisibleCase } from '../domain/case/visible-to.js';
import type { Quota, QuotaPeriod } from '../domain/quota/quota.js';
import { isDecided, type TrackStatus } from '../domain/track/track-lifecycle.js';

/** What is public of a quota: how many there are, by which document, and how many are left. */
export const quotaView = (item: string, { periods }: Quota): FindQuotaReply => ({
  item,
  periods: periods.map(periodView),
});

export const periodView = ({
  from,
  until,
  limit,
  documentNumber,
  granted,
}: QuotaPeriod): QuotaPeriodView => ({
  from,
  until,
  limit,
  documentNumber,
  granted,
  left: Math.max(0, limit - granted),
});

/** A filing under a quota as it is found in the order of acceptance. */
export interface FilingLine {
  readonly place: number;
  readonly caseNumber: string;
  readonly acceptedAt: Instant;
  readonly status: TrackStatus;
  readonly applicantName: string;
  readonly of: VisibleCase;
}

export interface FilingLines {
  readonly filings: number;
  readonly undecided: number;
  /** Place of the earliest that is not decided. */
  readonly firstUndecided: number | null;
  readonly lines: readonly FilingLine[];
}

/** The order of acceptance; whose filing it is learns only who may see the case anyway. */
export function orderView(
  { from }: QuotaPeriod,
  { filings, undecided, firstUndecided, lines }: FilingLines,
  visibility: Visibility,
  limit: number,
): OrderOfAcceptance {
  const shown = lines.slice(0, limit);
  const last = lines.length > limit ? shown.at(-1) : undefined;
  return {
    from,
    filings,
    undecided,
    inOrder: shown.map((line) => filingView(line, firstUndecided, visibility)),
    ...(last && { nextCursor: encodeCursor(last.acceptedAt, last.caseNumber) }),
  };
}

function filingView(
  { place, status, caseNumber, acceptedAt, applicantName, of }: FilingLine,
  firstUndecided: number | null,
  visibility: Visibility,
): FilingInOrder {
  const standing = isDecided(status) || status === 'withdrawn' ? status : 'undecided';
  const waits = standing === 'undecided' && firstUndecided !== null && firstUndecided < place;
  return {
    place,
    standing,
    ...(waits && { waitsFor: firstUndecided }),
    ...(isVisible(of, visibility) && { caseNumber, applicantName, acceptedAt }),
  };
}

/** What the journal of the quota says of its limits. */
export interface LimitLine {
  readonly period: Pick<QuotaPeriod, 'from' | 'until' | 'limit' | 'documentNumber' | 'publishedAt'>;
}

export const limitView = ({ period }: LimitLine): PublishedLimit => ({
  from: period.from,
  until: period.until,
  limit: period.limit,
  documentNumber: period.documentNumber,
  publishedAt: period.publishedAt,
});

/** How many filings were accepted earlier, and how many of those nobody has decided. */
export interface Ahead {
  readonly earlier: number;
  readonly undecided: number;
}

export const placeView = (period: QuotaPeriod, ahead: Ahead): PlaceUnderQuota => {
  const { granted: _, ...shown } = periodView(period);
  return { ...shown, place: ahead.earlier + 1, ahead: ahead.undecided };
};
