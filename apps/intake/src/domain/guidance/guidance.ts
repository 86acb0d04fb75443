import type { Condition, Instant } from '@onewindow/kernel';

export interface GuidingBranch {
  /** A `Condition` on the answers, by the ids of questions, once the tree was found sound. */
  readonly when?: Readonly<Record<string, unknown>>;
  readonly to: string;
}

export interface GuidingQuestion {
  readonly id: string;
  readonly kind: 'single' | 'multiple' | 'number';
  readonly zh: string;
  readonly en: string;
  readonly helpZh?: string;
  readonly helpEn?: string;
  readonly options?: readonly {
    readonly value: string;
    readonly zh: string;
    readonly en: string;
  }[];
  readonly unit?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The first branch whose condition holds is taken; one without a condition takes all others. */
  readonly next: readonly GuidingBranch[];
}

export interface GuidingOutcome {
  readonly id: string;
  readonly eligible: boolean;
  readonly reasons: readonly {
    readonly zh: string;
    readonly en: string;
    readonly source?: string;
  }[];
  readonly items: readonly string[];
}

/** Questions that lead 情形引导, as data: what somebody needs is told before anything is typed. */
export interface GuidanceTree {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly item?: string;
  readonly bundle?: string;
  readonly start: string;
  readonly questions: readonly GuidingQuestion[];
  readonly outcomes: readonly GuidingOutcome[];
}

/** The tree that leads now. */
export interface Guidance extends GuidanceTree {
  readonly id: string;
  readonly version: number;
}

/** A published version of a tree. Its content is never changed. */
export interface GuidanceVersion extends Guidance {
  readonly code: string;
  readonly publishedAt: Instant;
}

export type GuidanceEvent = { readonly type: 'guidance-published'; readonly version: number };
export type GuidanceVersionEvent = {
  readonly type: 'guidance-version-kept';
  readonly version: number;
};

/** Of a tree that was found sound. */
export const whenOf = ({ when }: GuidingBranch): Condition | undefined =>
  when as Condition | undefined;
