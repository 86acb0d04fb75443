import { defineCommand } from '../contract.js';
import {
  Codes,
  CreditCode,
  Flag,
  InstantText,
  Nested,
  NestedList,
  Optional,
  Text,
  Whole,
} from '../fields.js';
import { Contact } from '../parts/index.js';
import { AgencyQualification, RelatedOrganisation } from './market-parts.js';

export class RegisterAgencyRequest {
  @CreditCode() creditCode!: string;
  @Text({ max: 200 }) name!: string;
  /** 承诺: what is declared is true, and the market's rules are kept. */
  @Flag() committed!: boolean;
  /** Agencies of the administration that it belongs to, or whose institution founded it (营商条例 43). */
  @Codes({ atLeast: 0, atMost: 20 }) affiliatedWith!: string[];
  @Optional()
  @NestedList(() => RelatedOrganisation, { atMost: 50 })
  relatedTo?: RelatedOrganisation[];
  @NestedList(() => AgencyQualification, { atMost: 50 }) qualifications!: AgencyQualification[];
  @Nested(() => Contact) contact!: Contact;
}

export class RegisterAgencyReply {
  @Whole({ min: 1 }) edition!: number;
  @InstantText() registeredAt!: string;
}

export const RegisterAgencyV1 = defineCommand({
  name: 'intermediary-market.register-agency',
  version: 1,
  callers: ['gateway'],
  permitted: ['intermediary'],
  request: RegisterAgencyRequest,
  reply: RegisterAgencyReply,
  http: { method: 'PUT', path: '/market/agencies/{creditCode}' },
  summary: {
    zh: '中介机构承诺入驻',
    en: 'An agency enters the market on its own commitment, or renews what it declared',
  },
});
