import {
  isLegalDate,
  legalDateAt,
  refuseWhenUnmet,
  type Change,
  type Instant,
  type Person,
  type UnmetRule,
} from '@onewindow/kernel';
import { unmetForEvent, type ClockEvent } from '@onewindow/statutory-clock';
import { approvalRefusals } from '../approval-refusals.js';
import { beginStagesAnew } from '../process/passing-stages.js';
import { unmetOf, type Requirement } from '../requirement.js';
import { datesOf, statutoryRule, type Counting, type TermsOfTrack } from './track-clock.js';
import { trackLifecycle } from './track-lifecycle.js';
import type { Decision, Reopening, ReopeningOrder } from './track-contents.js';
import type { TrackEvent } from './track-events.js';
import type { Track } from './track.js';

/** The provisions by which a decision is quashed and ordered to be made anew. */
export const ORDERED_BY: Readonly<Record<ReopeningOrder['kind'], string>> = {
  reconsideration: '行政复议法 64',
  judgment: '行政诉讼法 70',
};

/**
 * A reconsideration or a judgment quashed the decision and ordered another one: the track is open again, and its term begins
 * anew on the day that the order took effect, which is not counted. The order may set a term of its own. What was decided stays in
 * the record. An agency that revokes its own licence does something else (许可法 69).
 */
export function reopenTrack(
  track: Track,
  order: ReopeningOrder,
  officer: Person,
  now: Instant,
  counting: Counting,
): Change<Track, TrackEvent> {
  const status = trackLifecycle.next(track.status, 'reopen');
  const { decision: quashed, licence, opinion, earlierReviewers, reopenings = [] } = track;
  if (quashed === undefined) throw new TypeError('a track that was decided has its decision');
  const terms = orderedTerms(track.terms, order);
  const restarted: ClockEvent = {
    type: 'restarted',
    on: order.effectiveOn,
    reason: reasonOf(order),
  };
  refuseWhenUnmet(
    [
      ...unmetOf(requirements, { order, quashed, reopenings, now }),
      ...clockRules({ ...track, terms }, restarted, counting),
    ],
    (unmet) => approvalRefusals.refuse('reopening-not-possible', unmet),
  );
  const clock = [...track.clock, restarted];
  const dates = datesOf(terms, clock, counting);
  const reopening: Reopening = {
    order,
    quashed,
    ...(licence && { annulledLicence: licence.number }),
    ...(opinion && { reviewedBy: opinion.reviewer }),
    ...(earlierReviewers && { reviewedBefore: earlierReviewers }),
    reopenedAt: now,
    recordedBy: officer.id,
  };
  const { statutory, promised } = dates;
  return {
    state: beginStagesAnew(
      {
        ...withoutResult(track),
        status,
        terms,
        clock,
        dates,
        reopenings: [...reopenings, reopening],
      },
      now,
      counting,
    ),
    events: [{ type: 'track-reopened', reopening, statutory, ...(promised && { promised }) }],
  };
}

/** What belonged to the decision that no longer stands. What was found on the spot and in procedures remains to be weighed. */
function withoutResult(track: Track): Track {
  const {
    decision: _d,
    appeal: _a,
    served: _s,
    services: _sv,
    licence: _l,
    opinion: _o,
    earlierReviewers: _r,
    draft: _t,
    quotaFrom: _q,
    extension: _e,
    delay: _y,
    ...kept
  } = track;
  const {
    warned: _w,
    missedAt: _m,
    promisedMissedAt: _p,
    assignments: _as,
    passedOn: _po,
    ...open
  } = kept;
  return open;
}

/** The term of the order replaces the statutory one, its extension too; the promise of the place runs anew beside it. */
const orderedTerms = (terms: TermsOfTrack, { kind, documentNumber, term }: ReopeningOrder) =>
  term === undefined
    ? terms
    : {
        ...terms,
        statutory: {
          ...term,
          source: `${ORDERED_BY[kind]}（${documentNumber}）`,
          extension: { maxDays: 0, approver: 'agency-head' as const, source: ORDERED_BY[kind] },
        },
      };

export const reasonOf = ({ kind, body, documentNumber }: ReopeningOrder): string =>
  `${body}${documentNumber}（${ORDERED_BY[kind]}）撤销原决定，责令重新作出`;

/** A date that does not exist is said once, not again by the clock. */
const clockRules = ({ terms, clock }: Track, event: ClockEvent, counting: Counting): UnmetRule[] =>
  unmetForEvent(statutoryRule(terms.statutory), clock, event, counting.calendar).filter(
    ({ rule }) => rule !== 'date-exists',
  );

interface Situation {
  readonly order: ReopeningOrder;
  readonly quashed: Decision;
  readonly reopenings: readonly Reopening[];
  readonly now: Instant;
}

const requirements: readonly Requirement<Situation>[] = [
  {
    rule: 'dates-exist',
    path: 'madeOn',
    message: {
      zh: '文书日期或者生效日期不存在，请按“年-月-日”填写。',
      en: 'The date of the document or of its effect does not exist; write them as YYYY-MM-DD.',
    },
    holds: ({ order }) => isLegalDate(order.madeOn) && isLegalDate(order.effectiveOn),
  },
  {
    rule: 'made-after-the-decision',
    path: 'madeOn',
    message: {
      zh: '文书日期早于被撤销的决定，请核对文书。',
      en: 'The document is older than the decision that it quashes; check the document.',
    },
    holds: ({ order, quashed }) => order.madeOn >= legalDateAt(quashed.decidedAt),
  },
  {
    rule: 'in-effect',
    path: 'effectiveOn',
    message: {
      zh: '生效日期不得早于文书日期，也不得晚于今天；文书生效后方可重新办理。',
      en: 'The effect lies before the document or in the future; reopen the track once the document is in effect.',
    },
    holds: ({ order, now }) =>
      order.effectiveOn >= order.madeOn && order.effectiveOn <= legalDateAt(now),
  },
  {
    rule: 'body-named',
    path: 'body',
    message: {
      zh: '请填写作出文书的复议机关或者人民法院。',
      en: 'Name the reconsideration body or the court.',
    },
    holds: ({ order }) => order.body.trim() !== '',
  },
  {
    rule: 'document-numbered',
    path: 'documentNumber',
    message: {
      zh: '请填写文书文号。',
      en: 'Enter the number of the document.',
    },
    holds: ({ order }) => order.documentNumber.trim() !== '',
  },
  {
    rule: 'document-used-once',
    path: 'documentNumber',
    message: {
      zh: '该文书已经用于重新办理，请核对文号。',
      en: 'The track was reopened by this document already; check its number.',
    },
    holds: ({ order, reopenings }) =>
      reopenings.every((each) => each.order.documentNumber !== order.documentNumber),
  },
];
