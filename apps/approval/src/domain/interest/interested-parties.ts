import { aggregateKind, legalDateAt, type Instant, type LegalDate } from '@onewindow/kernel';
import { countForward, workingDays, type WorkingCalendar } from '@onewindow/statutory-clock';
import { instantAfter, plainDueDate, type DueDate } from '../due-date.js';
import type { Agency } from '../officers.js';

/** Whose substantial interests a track touches 利害关系人 (许可法 36), and what they and the applicant had to say. Plain JSON. */
export interface InterestedParties extends Agency {
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly region: string;
  readonly ordinal: number;
  readonly item: string;
  readonly itemName: string;
  readonly parties: readonly InterestedParty[];
  /** 陈述申辩, in the order in which they were made. */
  readonly statements: readonly Statement[];
}

export interface InterestedParty {
  readonly partyId: string;
  readonly name: string;
  /** What of theirs the permit touches. */
  readonly interest: string;
  readonly namedBy: 'agency' | 'self';
  /** The account of a party that named itself. */
  readonly account?: string;
  readonly namedAt: Instant;
  readonly told?: PartyTold;
  /** The agency finds that no substantial interest of somebody who named himself is touched. */
  readonly declined?: { readonly reason: string; readonly declinedAt: Instant };
}

/** The written notice and how it reached the party 送达回证. */
export interface PartyTold {
  readonly noticeNumber: string;
  readonly method: 'window' | 'post' | 'electronic' | 'announcement';
  readonly receivedBy: string;
  readonly servedOn: LegalDate;
  /** Working days to state its case. */
  readonly within: number;
  /** The notice tells of the right to a hearing too (许可法 47). */
  readonly hearing: boolean;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
}

export interface Statement {
  /** Absent: the applicant. */
  readonly partyId?: string;
  /** A statement, or that the party has none to make. */
  readonly kind: 'statement' | 'waiver';
  readonly text: string;
  readonly statedAt: Instant;
  readonly recordedBy: string;
}

export type InterestEvent =
  | { readonly type: 'party-named'; readonly party: InterestedParty }
  | { readonly type: 'party-told'; readonly partyId: string; readonly told: PartyTold }
  | { readonly type: 'party-declined'; readonly partyId: string; readonly reason: string }
  | { readonly type: 'statement-recorded'; readonly statement: Statement }
  | { readonly type: 'hearing-of-parties-ended'; readonly endedAt: Instant };

export const interestKind = aggregateKind<InterestedParties, InterestEvent>('interest');

/** Until when a party may state its case; from the day after the notice was served, on the calendar of today. */
export const stateBy = ({ servedOn, within }: PartyTold, calendar: WorkingCalendar): DueDate =>
  plainDueDate(countForward(servedOn, workingDays(within), calendar).due);

/** It said something, or that it has nothing to say, or its term is over. */
export function isHeard(
  { statements }: Pick<InterestedParties, 'statements'>,
  { partyId, told }: InterestedParty,
  now: Instant,
  calendar: WorkingCalendar,
): boolean {
  if (statements.some((each) => each.partyId === partyId)) return true;
  const end = told && instantAfter(stateBy(told, calendar));
  return end !== undefined && end <= now;
}

/** A notice is served today or was before, never before the party was named. */
export const isServiceDay = (servedOn: LegalDate, namedAt: Instant, now: Instant): boolean =>
  legalDateAt(namedAt) <= servedOn && servedOn <= legalDateAt(now);
