import { legalDateAt, type Change, type Instant } from '@onewindow/kernel';
import type { ClockEvent } from '@onewindow/statutory-clock';
import type { OwnThresholds } from '../clock/warnings.js';
import type { ItemLapse } from '../licence/lapse-clock.js';
import type { Agency } from '../officers.js';
import { firstReviewIn } from '../process/first-review.js';
import { beginTrackStages } from '../process/passing-stages.js';
import { datesOf, type Counting, type TermOfTrack, type TermsOfTrack } from './track-clock.js';
import { trackLifecycle } from './track-lifecycle.js';
import type { TrackEvent } from './track-events.js';
import type { ProcessOfTrack, Track } from './track.js';

/** What intake tells of one accepted item. */
export interface AcceptedItem extends Agency {
  readonly item: string;
  readonly itemName: string;
  readonly supervisingDepartment?: string;
  readonly statutoryTerm: TermsOfTrack['statutory'];
  readonly promisedTerm?: TermsOfTrack['statutory'];
  readonly warnings?: OwnThresholds;
  readonly siteVisit: boolean;
  readonly resultName: string;
  readonly validityYears?: number;
  readonly lapse?: ItemLapse;
}

/** Every term runs from the acceptance, its own day not counted; where another agency decides after a first review, that of the first review does. */
export function openTrack(
  accepted: {
    readonly applicationId: string;
    readonly caseNumber: string;
    readonly ordinal: number;
    readonly acceptedAt: Instant;
    readonly item: AcceptedItem;
    /** The definition that is in force for the item; absent: review and decision, as the law has them. */
    readonly process?: ProcessOfTrack;
  },
  counting: Counting,
): Change<Track, TrackEvent> {
  const { applicationId, caseNumber, ordinal, acceptedAt, item, process } = accepted;
  const terms = {
    statutory: termOf(item.statutoryTerm),
    ...(item.promisedTerm && { promised: termOf(item.promisedTerm) }),
    ...(item.warnings && { warnings: item.warnings }),
  };
  const levels = levelsOf(terms, process);
  const clock: ClockEvent[] = [{ type: 'started', on: legalDateAt(acceptedAt) }];
  const dates = datesOf(levels.terms, clock, counting);
  const { statutory, promised } = dates;
  return {
    state: beginTrackStages(
      {
        applicationId,
        caseNumber,
        ordinal,
        item: item.item,
        itemName: item.itemName,
        agency: item.agency,
        agencyName: item.agencyName,
        ...(item.supervisingDepartment !== undefined && {
          supervisingDepartment: item.supervisingDepartment,
        }),
        siteVisit: item.siteVisit,
        resultName: item.resultName,
        ...(item.validityYears !== undefined && { validityYears: item.validityYears }),
        ...(item.lapse && { lapse: item.lapse }),
        status: trackLifecycle.initial,
        ...levels,
        clock,
        dates,
        specialProcedures: [],
        ...(process && { process }),
      },
      acceptedAt,
      counting,
    ),
    events: [{ type: 'track-opened', statutory, ...(promised && { promised }) }],
  };
}

/** The term of the item is that of its decision: it begins where the decision is made (许可法 42, 43). */
function levelsOf(
  terms: TermsOfTrack,
  process: ProcessOfTrack | undefined,
): Pick<Track, 'terms' | 'firstReview'> {
  const reportsTo = firstReviewIn(process?.stages ?? [])?.reportsTo;
  if (reportsTo === undefined) return { terms };
  const { agency, agencyName, within } = reportsTo;
  const { exclusions } = terms.statutory;
  return {
    terms: {
      statutory: { ...within, firstReview: true, ...(exclusions && { exclusions }) },
      ...(terms.warnings && { warnings: terms.warnings }),
    },
    firstReview: { agency, agencyName, termsOfDecision: terms },
  };
}

/** Only what the domain knows: a message may carry more. */
const termOf = ({ unit, days, source, extension, exclusions }: TermOfTrack): TermOfTrack => ({
  unit,
  days,
  source,
  ...(extension && {
    extension: {
      maxDays: extension.maxDays,
      approver: extension.approver,
      source: extension.source,
    },
  }),
  ...(exclusions && {
    exclusions: exclusions.map(({ procedure, name, nameEn, article }) => ({
      procedure,
      name,
      ...(nameEn !== undefined && { nameEn }),
      article,
    })),
  }),
});
