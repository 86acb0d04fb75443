import type { DrawFile, DrawNotice, ExclusionReason, FrozenList } from '@onewindow/draw';
import type { Instant } from '@onewindow/kernel';
import type { CalendarEdition } from '@onewindow/statutory-clock';
import type { Contact, Organisation } from './agency.js';
import type { Eligibility } from './eligibility.js';
import type { ProjectStatus } from './project-lifecycle.js';
import type { Rating } from './rating.js';
import type { WireDate } from './terms.js';

export interface Named {
  readonly code: string;
  readonly name: string;
}

export interface HeldFile {
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

export type Funds = 'state' | 'private';

/** The value as it was entered, and by whom; two officers have to agree on it. */
export interface EnteredValue {
  readonly value: string;
  readonly source: string;
  readonly readAt: Instant;
  readonly enteredBy: string;
  readonly confirmedBy?: string;
  readonly confirmedAt?: Instant;
}

export interface Award {
  readonly agency: Organisation;
  readonly place: number;
  readonly awardedAt: Instant;
  readonly contractBy: WireDate;
  readonly contractOverdueSince?: Instant;
  readonly givenUpAt?: Instant;
  readonly givenUpReason?: string;
}

export interface Contract {
  readonly number: string;
  readonly amountFen: number;
  readonly file: HeldFile;
  readonly proposedAt: Instant;
  readonly signedAt?: Instant;
  readonly deliverBy?: WireDate;
}

export interface Delivery {
  readonly file: HeldFile;
  readonly deliveredAt: Instant;
  readonly daysLate: number;
}

/** Which application waits for the report. */
export interface ProjectNeed {
  readonly id: string;
  readonly applicationId: string;
  readonly materialCode: string;
}

/** A project 中介服务项目. */
export interface Project extends Eligibility {
  readonly id: string;
  readonly status: ProjectStatus;
  readonly region: string;
  readonly title: string;
  readonly scope: string;
  readonly service: Named;
  readonly item?: Named;
  readonly need?: ProjectNeed;
  readonly owner: Organisation & { readonly account: string };
  readonly contact: Contact;
  readonly funds: Funds;
  readonly budgetFen: number;
  readonly deliverWithinDays: number;
  readonly urgentReason?: string;
  readonly avoided: readonly (Organisation & { readonly reason: string })[];
  readonly minimumSignUps: number;
  readonly publishedAt: Instant;
  readonly closesAt: Instant;
  readonly signUpUntil: WireDate;
  readonly notice: DrawNotice;
  /** From closing on, public. */
  readonly list?: FrozenList;
  readonly publicValue?: EnteredValue;
  readonly draw?: DrawFile;
  /** The newest first. */
  readonly awards: readonly Award[];
  readonly contract?: Contract;
  readonly contractReturned?: string;
  readonly deliveryOverdueSince?: Instant;
  readonly delivery?: Delivery;
  readonly ratingOfAgency?: Rating;
  readonly ratingOfOwner?: Rating;
  readonly end?: { readonly reason: string; readonly at: Instant };
}

export type ProjectEvent =
  | { readonly type: 'project-published'; readonly noticeHash: string }
  | { readonly type: 'sign-up-closed'; readonly listHash?: string }
  | {
      readonly type: 'agency-excluded';
      readonly creditCode: string;
      readonly reasons: readonly ExclusionReason[];
      readonly listHash?: string;
    }
  | { readonly type: 'public-value-entered'; readonly value: string; readonly source: string }
  | { readonly type: 'agency-drawn'; readonly drawHash: string }
  | { readonly type: 'project-awarded'; readonly creditCode: string; readonly place: number }
  | { readonly type: 'award-given-up'; readonly creditCode: string; readonly reason?: string }
  | { readonly type: 'contract-overdue'; readonly since: Instant }
  | { readonly type: 'contract-proposed'; readonly contract: Contract }
  | { readonly type: 'contract-returned'; readonly reason: string }
  | { readonly type: 'contract-signed'; readonly signedAt: Instant }
  | { readonly type: 'delivery-overdue'; readonly since: Instant }
  | { readonly type: 'report-delivered'; readonly delivery: Delivery }
  | {
      readonly type: 'project-term-moved';
      readonly term: 'contract' | 'delivery';
      readonly before: WireDate;
      readonly after: WireDate;
      readonly calendars: readonly CalendarEdition[];
    }
  | { readonly type: 'counterpart-rated'; readonly of: 'agency' | 'owner'; readonly rating: Rating }
  | { readonly type: 'project-failed'; readonly reason: string }
  | { readonly type: 'project-cancelled'; readonly reason: string };

/** The award that stands. */
export const awardOf = ({ status, awards: [newest] }: Project): Award | undefined =>
  newest === undefined || newest.givenUpAt !== undefined || status === 'cancelled'
    ? undefined
    : newest;
