import type { Instant, LegalDate } from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import type pg from 'pg';
import {
  newestRequests,
  type Consultation,
} from '../../../src/domain/consultation/consultation.js';
import type { Quota } from '../../../src/domain/quota/quota.js';
import type { InterestedParties } from '../../../src/domain/interest/interested-parties.js';
import { appealUntil as appealUntilOf } from '../../../src/domain/track/service.js';
import type { Track } from '../../../src/domain/track/track.js';
import { REGION } from '../walk/officials.js';
import {
  answerBy,
  appealUntil,
  consultationOf,
  grantedOf,
  statusOf,
  type Filing,
  type FilingsModel,
} from './filings-model.js';
import { keyOf } from './parties.js';

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
  /** Parties and what was said, in the order of their keys. */
  readonly heard: readonly string[];
  readonly statements: readonly string[];
  readonly servedAt: Instant | undefined;
  /** The last days to appeal against a refusal; none of a year that nobody knows. */
  readonly appeal: Readonly<Record<string, LegalDate | undefined>> | undefined;
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
  filings: Object.fromEntries(
    of.filings.map((each) => [each.caseNumber, expectedFiling(of, each)]),
  ),
});

function expectedFiling(of: FilingsModel, filing: Filing): ObservedFiling {
  const { reviewer, draft, outcome, asked, hearing } = filing;
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
          { answerBy: answerBy(of, each), position, late, silent, reminded: !silent && reminded },
        ];
      }),
    ),
    heard: hearing.parties
      .map((party) => partyText(keyOf(party), party.toldOn, party.declined))
      .toSorted(),
    statements: hearing.statements
      .map((each) => `${each.of ?? 'the applicant'}: ${each.kind}`)
      .toSorted(),
    servedAt: filing.servedAt,
    appeal: appealUntil(of, filing),
  };
}

const partyText = (key: string, toldOn: LegalDate | undefined, isDeclined: boolean): string =>
  `${key}: ${isDeclined ? 'declined' : (toldOn ?? 'untold')}`;

const LOOK = `
  select (select state from quota where id = $2) as quota, coalesce(json_agg(json_build_object(
    'track', t.state,
    'consultation', (select c.state from consultation c where c.id = t.id),
    'interest', (select i.state from interest i where i.id = t.id),
    'licences', (select count(*)::int from licence l
      where l.state->>'caseNumber' = t.case_number and l.state->>'status' <> 'annulled'))), '[]') as filings
  from track t where t.state->>'item' = $1`;

interface Look {
  readonly quota: Quota;
  readonly filings: readonly {
    readonly track: Track;
    readonly consultation: Consultation | null;
    readonly interest: InterestedParties | null;
    readonly licences: number;
  }[];
}

/** Loads everything afresh. */
export async function observed(
  pool: pg.Pool,
  { item, calendar }: { readonly item: string; readonly calendar: WorkingCalendar },
): Promise<Observed> {
  const { rows } = await pool.query<Look>(LOOK, [item, `${REGION}:${item}`]);
  const [look] = rows;
  if (look === undefined) throw new TypeError('a look always is one row');
  const [period] = look.quota.periods;
  return {
    limit: period?.limit ?? 0,
    granted: period?.granted ?? 0,
    filings: Object.fromEntries(
      look.filings.map((each) => [each.track.caseNumber, observedFiling(each, calendar)]),
    ),
  };
}

function observedFiling(
  { track, consultation, interest, licences }: Look['filings'][number],
  calendar: WorkingCalendar,
): ObservedFiling {
  const { status, opinion, draft } = track;
  const until = appealUntilOf(track, calendar);
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
    ...observedHearing(interest),
    servedAt: track.served?.servedAt,
    appeal: until && {
      reconsideration: until.reconsideration.due,
      litigation: until.litigation.due,
    },
  };
}

function observedHearing(interest: InterestedParties | null) {
  const { parties = [], statements = [] } = interest ?? {};
  const key = ({ name, account }: InterestedParties['parties'][number]) =>
    keyOf({ name, ...(account !== undefined && { self: account }) });
  const speaker = (id: string | undefined) => {
    const party = parties.find(({ partyId }) => partyId === id);
    return party === undefined ? 'the applicant' : key(party);
  };
  return {
    heard: parties
      .map((each) => partyText(key(each), each.told?.servedOn, each.declined !== undefined))
      .toSorted(),
    statements: statements.map(({ partyId, kind }) => `${speaker(partyId)}: ${kind}`).toSorted(),
  };
}
