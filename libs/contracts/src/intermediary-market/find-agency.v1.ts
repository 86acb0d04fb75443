import { defineQuery } from '../contract.js';
import {
  Codes,
  CreditCode,
  InstantText,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Texts,
  Whole,
} from '../fields.js';
import { Contact } from '../parts/index.js';
import {
  AgencyQualification,
  MarketOrganisation,
  ProjectNumber,
  RelatedOrganisation,
} from './market-parts.js';

export const AGENCY_STATUSES = ['registered', 'suspended'] as const;
export const AGENCY_RECORDS = ['award-given-up', 'contract-overdue', 'report-late'] as const;

export class FindAgencyRequest {
  @CreditCode() creditCode!: string;
}

export class AgencySuspension {
  @Text({ max: 500 }) reason!: string;
  @InstantText() since!: string;
}

/** Something that counts against an agency, and at which project. */
export class AgencyRecord {
  @OneOf(AGENCY_RECORDS) kind!: (typeof AGENCY_RECORDS)[number];
  @ProjectNumber() projectNumber!: string;
  @InstantText() at!: string;
}

/** What owners gave it, added up; the average is the sum by the count. */
export class AgencyScores {
  @Whole() count!: number;
  @Whole() quality!: number;
  @Whole() timeliness!: number;
  @Whole() attitude!: number;
  @Whole() price!: number;
}

export class FindAgencyReply extends MarketOrganisation {
  @Whole({ min: 1 }) edition!: number;
  @OneOf(AGENCY_STATUSES) status!: (typeof AGENCY_STATUSES)[number];
  @Texts({ atMost: 20, max: 60 }) actions!: string[];
  @Codes({ atLeast: 0, atMost: 20 }) affiliatedWith!: string[];
  @Optional()
  @NestedList(() => RelatedOrganisation, { atMost: 50 })
  relatedTo?: RelatedOrganisation[];
  @NestedList(() => AgencyQualification, { atMost: 50 }) qualifications!: AgencyQualification[];
  /** Complete for the agency itself and the market's operators, masked for others. */
  @Nested(() => Contact) contact!: Contact;
  @InstantText() registeredAt!: string;
  @Optional() @Nested(() => AgencySuspension) suspension?: AgencySuspension;
  @NestedList(() => AgencyRecord, { atMost: 1000 }) records!: AgencyRecord[];
  @Nested(() => AgencyScores) scores!: AgencyScores;
}

export const FindAgencyV1 = defineQuery({
  name: 'intermediary-market.find-agency',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: FindAgencyRequest,
  reply: FindAgencyReply,
  http: { method: 'GET', path: '/market/agencies/{creditCode}' },
  summary: {
    zh: '查看中介机构',
    en: 'Shows an agency to the public: qualifications, record, ratings',
  },
});
