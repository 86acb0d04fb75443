import { defineQuery } from '../contract.js';
import {
  Code,
  InstantText,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Texts,
  Whole,
} from '../fields.js';
import { ApplicantOrganisation, Contact, DueDate } from '../parts/index.js';
import {
  AvoidedAgency,
  DrawTerms,
  MarketRating,
  PROJECT_FUNDS,
  PROJECT_STATUSES,
  ProjectAward,
  ProjectContract,
  ProjectDelivery,
  ProjectNumber,
  ProjectStatus,
  PublicList,
  RelatedExclusion,
} from './market-parts.js';

export class FindProjectRequest {
  @ProjectNumber() projectNumber!: string;
}

/** The asking agency's own sign-up; nobody is told of another one before closing. */
export class OwnSignUp {
  @InstantText() signedUpAt!: string;
  @Optional() @InstantText() withdrawnAt?: string;
}

export class ProjectItem {
  @Code() code!: string;
  @Text({ max: 200 }) name!: string;
}

export class ProjectValue {
  @Text({ max: 300 }) value!: string;
  @Text({ max: 500 }) source!: string;
  @InstantText() readAt!: string;
  /** Absent while the second officer has not confirmed it. */
  @Optional() @InstantText() confirmedAt?: string;
}

export class ProjectEnd {
  @Text({ max: 1000 }) reason!: string;
  @InstantText() at!: string;
}

export class FindProjectReply {
  @ProjectNumber() projectNumber!: string;
  @ProjectStatus() status!: (typeof PROJECT_STATUSES)[number];
  @Texts({ atMost: 20, max: 60 }) actions!: string[];
  @Text({ max: 200 }) title!: string;
  @Text({ max: 2000 }) scope!: string;
  @Nested(() => ProjectItem) service!: ProjectItem;
  /** The item whose application lacks the report. */
  @Optional() @Nested(() => ProjectItem) item?: ProjectItem;
  @Nested(() => ApplicantOrganisation) owner!: ApplicantOrganisation;
  /** Complete for the owner, the awarded agency and the market's operators, masked for others. */
  @Nested(() => Contact) contact!: Contact;
  @OneOf(PROJECT_FUNDS) funds!: (typeof PROJECT_FUNDS)[number];
  @Whole({ min: 1 }) budgetFen!: number;
  @Whole({ min: 1 }) deliverWithinDays!: number;
  @Optional() @Text({ max: 500 }) urgentReason?: string;
  @NestedList(() => AvoidedAgency, { atMost: 20 }) avoided!: AvoidedAgency[];
  @Optional() @Nested(() => RelatedExclusion) excludesRelated?: RelatedExclusion;
  @Whole({ min: 1 }) minimumSignUps!: number;
  @Nested(() => DueDate) signUpUntil!: DueDate;
  @Nested(() => DrawTerms) notice!: DrawTerms;
  @Optional() @Nested(() => OwnSignUp) ownSignUp?: OwnSignUp;
  @Optional() @Nested(() => PublicList) list?: PublicList;
  @Optional() @Nested(() => ProjectValue) publicValue?: ProjectValue;
  /** The newest first; those behind it were given up. */
  @NestedList(() => ProjectAward, { atMost: 2000 }) awards!: ProjectAward[];
  @Optional() @Nested(() => ProjectContract) contract?: ProjectContract;
  /** Why the owner sent the contract back. */
  @Optional() @Text({ max: 500 }) contractReturned?: string;
  @Optional() @InstantText() deliveryOverdueSince?: string;
  @Optional() @Nested(() => ProjectDelivery) delivery?: ProjectDelivery;
  @Optional() @Nested(() => MarketRating) ratingOfAgency?: MarketRating;
  @Optional() @Nested(() => MarketRating) ratingOfOwner?: MarketRating;
  /** Why it failed or was cancelled. */
  @Optional() @Nested(() => ProjectEnd) end?: ProjectEnd;
}

export const FindProjectV1 = defineQuery({
  name: 'intermediary-market.find-project',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: FindProjectRequest,
  reply: FindProjectReply,
  http: { method: 'GET', path: '/market/projects/{projectNumber}' },
  summary: {
    zh: '查看中介服务项目',
    en: 'Shows a project; who signed up is known to nobody before closing',
  },
});
