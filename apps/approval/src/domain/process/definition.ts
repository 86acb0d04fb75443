import { aggregateKind, type Condition, type Instant, type Role } from '@onewindow/kernel';
import type { StageKind } from './stage.js';

/** How the track of an item goes through its stages, as an administrator publishes it. Plain JSON. */
export interface ProcessDefinition {
  readonly name: string;
  /** The statutory term of the item’s law; its stages together may not take longer, those up to a first review apart. */
  readonly within: StatutoryTerm;
  readonly stages: readonly StageDefinition[];
  /** The only ways back to an earlier stage. */
  readonly returns: readonly ReturnDefinition[];
}

export interface StatutoryTerm {
  readonly unit: 'working-day' | 'calendar-day';
  readonly days: number;
  readonly source: string;
}

export interface StageDefinition {
  readonly code: string;
  readonly name: string;
  readonly kind: StageKind;
  readonly role: Role;
  /** Where an officer of another agency than the deciding one does it. */
  readonly agency?: string;
  readonly agencyName?: string;
  /** The stages that come before; none: it begins with the track. */
  readonly after: readonly string[];
  /** How many of them it waits for; absent: all. */
  readonly join?: Join;
  /** Left out where this does not hold for what the applicant answered. */
  readonly when?: Condition;
  /** Working days that it ought to take. Internal: no legal effect follows from it. */
  readonly workingDays?: number;
  /** Of a first review 初审, and of no other stage. */
  readonly reportsTo?: Reporting;
  /** Of a decision on mere form: grants may be signed for many tracks at once 批量办理. */
  readonly inBatch?: true;
}

/** Who decides after the first review, and how long that may take by law (许可法 35, 43). */
export interface Reporting {
  readonly agency: string;
  readonly agencyName: string;
  readonly within: StatutoryTerm;
}

/** `all`, `any`, or so many of them. */
export type Join = 'all' | 'any' | number;

export interface ReturnDefinition {
  readonly from: string;
  readonly to: string;
}

/** The definition that is in force for an item, under the item’s code. */
export interface Process {
  readonly code: string;
  readonly version: number;
  readonly definition: ProcessDefinition;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
}

export interface ProcessEvent {
  readonly type: 'process-published';
  readonly version: number;
}

export const definitionKind = aggregateKind<Process, ProcessEvent>('process');

/** Each version as it was published; none is ever changed. */
export const definitionVersionKind = aggregateKind<Process, ProcessEvent>('process-version');

export const definitionVersionId = (code: string, version: number): string => `${code}:${version}`;

/** How many of the stages before it a stage waits for. */
export const joinOf = ({ after, join = 'all' }: Pick<StageDefinition, 'after' | 'join'>): number =>
  join === 'all' ? after.length : join === 'any' ? Math.min(1, after.length) : join;
