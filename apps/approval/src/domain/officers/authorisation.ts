import type { Instant, LegalDate } from '@onewindow/kernel';

/** What an officer may be empowered to do on a track: to review it, to decide it, to decide it on the spot at the window. */
export const KINDS_OF_ACT = ['review', 'decide', 'decide-at-window'] as const;
export type KindOfAct = (typeof KINDS_OF_ACT)[number];

/** Items and acts together; without items every item of the agency. */
export interface Scope {
  readonly items?: readonly string[];
  readonly acts: readonly KindOfAct[];
}

/** A chief representative 首席代表 has it from the head of the agency; a delegate 委托 from another officer, and no further (许可法 24). */
export type AuthorisationKind = 'chief-representative' | 'delegation';

/** An authority beside that of one's post, in writing and for a period. Days in Asia/Shanghai, both inclusive. */
export interface Authorisation extends Scope {
  readonly authorisationId: string;
  readonly kind: AuthorisationKind;
  readonly documentNumber: string;
  readonly from: LegalDate;
  readonly until: LegalDate;
  readonly by: string;
  readonly byName: string;
  readonly grantedAt: Instant;
  readonly reason?: string;
  readonly revokedAt?: Instant;
  readonly revokedBy?: string;
  readonly revokedByName?: string;
  readonly revocationReason?: string;
}

/** Under which authority somebody acted; it stands with what was decided. */
export interface AuthorityUsed {
  readonly kind: 'post' | AuthorisationKind;
  readonly documentNumber?: string;
  readonly by?: string;
  readonly byName?: string;
  readonly until?: LegalDate;
}
