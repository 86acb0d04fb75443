import type { Person } from '@onewindow/kernel';
import type { Contact, Organisation } from './agency.js';
import type { ListedService } from './market-service.js';
import type { PublicValueRule } from './named-value.js';
import type { Need } from './need.js';
import type { Funds } from './project.js';

/** What the law leaves to the place. */
export interface NoticeRules {
  readonly noticeWorkingDays: number;
  readonly urgentNoticeWorkingDays: number;
  readonly minimumSignUps: Readonly<Record<Funds, number>>;
  readonly excludesRelated: { readonly ofOwner: boolean; readonly ofEachOther: boolean };
  readonly publicValue: PublicValueRule;
}

/** What the owner asks for. */
export interface ProjectRequest {
  readonly service: string;
  readonly title: string;
  readonly scope: string;
  readonly funds: Funds;
  readonly budgetFen: number;
  readonly deliverWithinDays: number;
  readonly urgentReason?: string;
  readonly avoided: readonly (Organisation & { readonly reason: string })[];
  readonly contact: Contact;
}

export interface Publication {
  readonly number: string;
  readonly region: string;
  readonly seed: string;
  readonly by: Person;
  readonly request: ProjectRequest;
  readonly service: ListedService | undefined;
  readonly need?: Need;
}
