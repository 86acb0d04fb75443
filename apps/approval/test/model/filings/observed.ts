import type { LegalDate } from '@onewindow/kernel';
import type pg from 'pg';
import {
  newestRequests,
  type Consultation,
} from '../../../src/domain/consultation/consultation.js';
import type { Quota } from '../../../src/domain/quota/quota.js';
import type { Track } from '../../../src/domain/track/track.js';
import {
  answerBy,
  consultationOf,
  grantedOf,
  statusOf,
  type Filing,
  type FilingsModel,
} from './filings-model.js';

/** What of the filings is compared: read from the database, past every cache, and reckoned by the model. */
export interface Observed {
  readonly limit: number;
  readonly granted: number;
  readonly filings: Readonly<Record<string, ObservedFiling>>;
}

interface ObservedFiling {
  readonly status: string;
  readonly reviewer: string | undefined;
  readonly draft:
    | { readonly outcome: string; readonly by: string; readonly review: string | undefined }
    | undefined;
  /** Those in force. */
  readonly licences: number;
  readonly consultation: string | undefined;
  readonly asked: Readonly<Record<string, ObservedAsking>>;
}

interface ObservedAsking {
  readonly answerBy: LegalDate | undefined;
  readonly position: string | undefined;
  readonly late: boolean;
  readonly silent: boolean;
  /** Of one that has not let its term pass: whether a reminder still came before that depends on who looked when. */
  readonly reminded: boolean;
}

export const expectedOf = (of: FilingsModel): Observed => ({
  limit: of.limit,
  granted: grantedOf(of),
  filings: Object.fromEntries(of.filings.map((each) => [each.caseNumber, expectedFiling(each)])),
});

function expectedFiling(filing: Filing): ObservedFiling {
  const { reviewer, draft, outcome, asked } = filing;
  return {
    status: statusOf(filing),
    reviewer,
    draft: draft && { outcome: draft.content.outcome, by: draft.by, review: draft.review },
    licences: outcome === 'granted' ? 1 : 0,
    consultation: consultationOf(filing),
    asked: Object.fromEntries(
      asked.map((each) => {
        const { department, position, late, silent, reminded } = each;
        return [
          department,
          { answerBy: answerBy(each), position, late, silent, reminded: !silent && reminded },
        ];
      }),
    ),
  };
}

const LOOK = `
  select (select state from quota where id = $2) as quota, coalesce(json_agg(json_build_object(
    'track', t.state,
    'consultation', (select c.state from consultation c where c.id = t.id),
    'licences', (select count(*)::int from licence l
      where l.state->>'caseNumber' = t.case_number and l.state->>'status' <> 'annulled'))), '[]') as filings
  from track t where t.state->>'item' = $1`;

interface Look {
  readonly quota: Quota;
  readonly filings: readonly {
    readonly track: Track;
    readonly consultation: Consultation | null;
    readonly licences: number;
  }[];
}

/** Loads everything afresh. */
export async function observed(pool: pg.Pool, item: string, quotaId: string): Promise<Observed> {
  const { rows } = await pool.query<Look>(LOOK, [item, quotaId]);
  const [look] = rows;
  if (look === undefined) throw new TypeError('a look always is one row');
  const [period] = look.quota.periods;
  return {
    limit: period?.limit ?? 0,
    granted: period?.granted ?? 0,
    filings: Object.fromEntries(
      look.filings.map((each) => [each.track.caseNumber, observedFiling(each)]),
    ),
  };
}

function observedFiling({
  track,
  consultation,
  licences,
}: Look['filings'][number]): ObservedFiling {
  const { status, opinion, draft } = track;
  const newest = consultation === null ? [] : newestRequests(consultation);
  return {
    status,
    reviewer: opinion?.reviewer,
    draft: draft && { outcome: draft.outcome, by: draft.draftedBy, review: draft.review?.result },
    licences,
    consultation: consultation?.status,
    asked: Object.fromEntries(
      newest.map((each) => [
        each.department,
        {
          answerBy: each.answerBy.due,
          position: each.answer?.position,
          late: each.answer?.late ?? false,
          silent: each.silentSince !== undefined,
          reminded: each.silentSince === undefined && each.remindedAt !== undefined,
        },
      ]),
    ),
  };
}
