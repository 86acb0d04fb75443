import { aggregateKind, legalDateAt, type Instant } from '@onewindow/kernel';
import type { WarningLamp } from '../clock/warnings.js';
import { instantAfter, type DueDate } from '../due-date.js';
import type { Agency } from '../officers.js';
import type { Premises } from '../parties.js';
import type { Moved, MovedBy } from '../rederivation/moved-dates.js';
import type { ConsultationStatus } from './consultation-lifecycle.js';

/** What a department means that lets its term pass: it agrees, it has nothing to object, or it has to be waited for. */
export type Silence = 'agreement' | 'no-objection' | 'awaited';

export type Position = 'agree' | 'agree-with-conditions' | 'disagree';

/** The departments that were asked for their opinion on one track, and what they said. Plain JSON. */
export interface Consultation extends Agency {
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly region: string;
  readonly item: string;
  readonly itemName: string;
  readonly applicantName: string;
  readonly premises: Premises;
  readonly status: ConsultationStatus;
  /** In the order of asking; the newest of a department counts. */
  readonly requests: readonly OpinionAsked[];
  readonly closedAt?: Instant;
}

/** One department asked once. */
export interface OpinionAsked {
  readonly requestId: string;
  readonly department: string;
  readonly departmentName?: string;
  /** From 1; a further round has its reason. */
  readonly round: number;
  readonly question: string;
  readonly reason?: string;
  readonly askedAt: Instant;
  readonly askedBy: string;
  readonly askedByName: string;
  /** Working days to answer. */
  readonly within: number;
  readonly answerBy: DueDate;
  readonly remindAt?: Instant;
  readonly remindedAt?: Instant;
  readonly silence: Silence;
  readonly silenceSource?: string;
  /** When the term passed without an answer, once that was recorded. */
  readonly silentSince?: Instant;
  readonly answer?: DepartmentOpinion;
}

export interface DepartmentOpinion {
  readonly position: Position;
  readonly conditions: readonly string[];
  readonly reasons: readonly string[];
  readonly legalBasis: readonly string[];
  readonly answeredAt: Instant;
  readonly answeredBy: string;
  readonly answeredByName: string;
  /** It came after its term. */
  readonly late: boolean;
}

export type ConsultationEvent =
  | { readonly type: 'opinions-asked'; readonly requests: readonly OpinionAsked[] }
  | { readonly type: 'departments-reminded'; readonly departments: readonly string[] }
  | {
      readonly type: 'department-answered';
      readonly requestId: string;
      readonly department: string;
      readonly opinion: DepartmentOpinion;
    }
  | {
      readonly type: 'department-silent';
      readonly requestId: string;
      readonly department: string;
      readonly silentSince: Instant;
      readonly silence: Silence;
    }
  | ({ readonly type: 'answers-moved' } & MovedBy & Moved<Readonly<Record<string, DueDate>>>)
  | { readonly type: 'consultation-closed'; readonly closedAt: Instant };

export const consultationKind = aggregateKind<Consultation, ConsultationEvent>('consultation');

/** Whether the term of a request is over: it does not wait for somebody to record that. */
export function isOver({ answerBy }: Pick<OpinionAsked, 'answerBy'>, now: Instant): boolean {
  const end = instantAfter(answerBy);
  return end !== undefined && end <= now;
}

/** For whoever has to answer: blue from the day of the reminder, yellow on the last day, red after it; none once it is answered. */
export function lampOfAsked(asked: OpinionAsked, now: Instant): WarningLamp | undefined {
  const { answer, answerBy, remindAt } = asked;
  if (answer !== undefined) return undefined;
  if (isOver(asked, now)) return 'red';
  if (answerBy.due === legalDateAt(now)) return 'yellow';
  return remindAt !== undefined && remindAt <= now ? 'blue' : undefined;
}

/** Nobody waits for it any more: it was answered, or its silence says something and its term is over. */
export const isSettled = (asked: OpinionAsked, now: Instant): boolean =>
  asked.answer !== undefined || (asked.silence !== 'awaited' && isOver(asked, now));

/** The newest request to each department: what counts. */
export const newestRequests = ({ requests }: Pick<Consultation, 'requests'>) =>
  requests.filter(
    ({ department, round }) =>
      !requests.some((other) => other.department === department && other.round > round),
  );

export const nameOf = ({ department, departmentName }: OpinionAsked): string =>
  departmentName ?? department;

export const CONSULTATION_DEADLINES = ['opinion-reminder', 'opinion-due'] as const;
export type ConsultationDeadline = (typeof CONSULTATION_DEADLINES)[number];

/** The soonest of all that were asked, each by its newest request; an open date fires nothing. */
export function consultationDeadlinesOf(
  consultation: Consultation,
): Readonly<Record<ConsultationDeadline, Instant | undefined>> {
  const waiting =
    consultation.status === 'asking'
      ? newestRequests(consultation).filter(
          ({ answer, silentSince }) => answer === undefined && !silentSince,
        )
      : [];
  const reminders = waiting.flatMap(({ remindAt, remindedAt }) =>
    remindAt !== undefined && remindedAt === undefined ? [remindAt] : [],
  );
  const ends = waiting.flatMap(({ answerBy }) => instantAfter(answerBy) ?? []);
  return { 'opinion-reminder': reminders.toSorted()[0], 'opinion-due': ends.toSorted()[0] };
}
