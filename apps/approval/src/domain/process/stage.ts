import type { Instant, Role } from '@onewindow/kernel';
import type { DueDate } from '../due-date.js';

/** What sort of work a stage 环节 is; `first-review` ends with the report to the agency that decides, `review` with the opinion, `decision` with the decision of the track. */
export const STAGE_KINDS = [
  'first-review', // 下级初审
  'review', // 审查
  'check', // 复核
  'consultation', // 征求意见
  'inspection', // 现场踏勘
  'expert-review', // 专家评审
  'deliberation', // 集体审议
  'publicity', // 公示
  'draft', // 拟稿
  'decision', // 决定
] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

export type StageStatus = 'waiting' | 'active' | 'done' | 'skipped';

/** A stage of one track, as its definition names it and as far as it has come. Plain JSON. */
export interface StageOfTrack {
  readonly code: string;
  readonly name: string;
  readonly kind: StageKind;
  readonly role: Role;
  /** Where an officer of another agency than the deciding one does it. */
  readonly agency?: string;
  readonly agencyName?: string;
  readonly status: StageStatus;
  /** When it became active. */
  readonly since?: Instant;
  /** Until when it ought to be done: a warning only, no legal effect follows from it. */
  readonly due?: DueDate;
  readonly overdueSince?: Instant;
  readonly doneAt?: Instant;
  readonly doneBy?: string;
  readonly outcome?: string;
  readonly remark?: string;
  /** Why a stage is left out. */
  readonly skipped?: StageSkipped;
  /** The answers that its condition needs and nobody has given; until then nobody guesses whether it is needed. */
  readonly unanswered?: readonly string[];
  /** Why it is done again. */
  readonly returned?: StageReturned;
}

/** By whom and why a track was sent back to a stage. */
export interface StageReturned {
  /** The name of the stage from which it came back. */
  readonly from: string;
  readonly reason: string;
  readonly by: string;
  readonly byName: string;
  readonly at: Instant;
}

/** `condition`: the case does not need it. `joined`: enough of the stages beside it are done. */
export interface StageSkipped {
  readonly because: 'condition' | 'joined';
  readonly reason: string;
}
