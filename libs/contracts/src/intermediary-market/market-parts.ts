import {
  Code,
  CreditCode,
  DateOnly,
  Flag,
  InstantText,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Sha256,
  Text,
  Texts,
  Whole,
} from '../fields.js';
import { DueDate, FileReference } from '../parts/index.js';

/** Number of a project 中介服务项目编号: region, day, serial of the day. */
export const ProjectNumber = () => Text({ max: 60 });

export class MarketOrganisation {
  @Text({ max: 200 }) name!: string;
  @CreditCode() creditCode!: string;
}

/** Another organisation that an agency declares itself related to 利害关系. */
export class RelatedOrganisation extends MarketOrganisation {
  /** How: one owner, one head, one administers the other. */
  @Text({ max: 200 }) relation!: string;
}

/** Whom a project keeps out for being related, as the place has it when the notice is published. */
export class RelatedExclusion {
  /** Agencies related to the owner. */
  @Flag() ofOwner!: boolean;
  /** Agencies that declare themselves related to another one that signed up. */
  @Flag() ofEachOther!: boolean;
}

/** An item that may ask for the report, and the agency that decides on it. */
export class ServedItem {
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  /** Its affiliated institutions may not take part (营商条例 43). */
  @Code() approvingAgency!: string;
}

export class NeededQualification {
  @Code() code!: string;
  @Text({ max: 200 }) name!: string;
}

/** An item of the catalogue that asks for a report. */
export class AskingItem {
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @Code() decidingAgency!: string;
  @Text({ max: 200 }) decidingAgencyName!: string;
}

/** A mandated report 中介服务事项 on the city's list. */
export class MarketService {
  @Code() code!: string;
  @Text({ max: 200 }) name!: string;
  /** Law, regulation or decision of the State Council that asks for it (营商条例 43). */
  @Texts({ atMost: 20, max: 300 }) legalBasis!: string[];
  @NestedList(() => ServedItem, { atMost: 100 }) items!: ServedItem[];
  @NestedList(() => NeededQualification, { atMost: 20 }) qualifications!: NeededQualification[];
}

/** A qualification 资质 as the agency declares it. */
export class AgencyQualification {
  @Code() code!: string;
  @Text({ max: 100 }) number!: string;
  @Text({ max: 500 }) scope!: string;
  @DateOnly() validFrom!: string;
  @Optional() @DateOnly() validUntil?: string;
}

/** Somebody the project's owner wants kept out 回避, with the reason that the notice shows. */
export class AvoidedAgency extends MarketOrganisation {
  @Text({ max: 500 }) reason!: string;
}

/** What the notice says beforehand about the public value that decides the draw. */
export class NamedValue {
  @Text({ max: 300 }) publication!: string;
  @Text({ max: 100 }) issue!: string;
  @Text({ max: 300 }) quantity!: string;
  @Text({ max: 40 }) form!: string;
  @InstantText() appearsAt!: string;
  @Text({ max: 300 }) where!: string;
}

/** The part of the notice that the draw is bound to. */
export class DrawTerms {
  @ProjectNumber() project!: string;
  @Text({ max: 300 }) title!: string;
  @InstantText() publishedAt!: string;
  @InstantText() closesAt!: string;
  /** Fixes the seed without showing it. */
  @Sha256() seedCommitment!: string;
  @Nested(() => NamedValue) publicValue!: NamedValue;
  @Sha256() hash!: string;
}

export class ListReason {
  @Text({ max: 100 }) rule!: string;
  @Text({ max: 1000 }) zh!: string;
  @Text({ max: 1000 }) en!: string;
}

export class ExcludedAgency extends MarketOrganisation {
  @NestedList(() => ListReason, { atMost: 20 }) reasons!: ListReason[];
}

/** Everybody who signed up, as fixed at the end of sign-up and public from then on. */
export class PublicList {
  @InstantText() frozenAt!: string;
  @NestedList(() => MarketOrganisation, { atMost: 2000 }) entries!: MarketOrganisation[];
  @NestedList(() => ExcludedAgency, { atMost: 2000 }) excluded!: ExcludedAgency[];
  @Sha256() hash!: string;
}

export class ProjectAward {
  @Nested(() => MarketOrganisation) agency!: MarketOrganisation;
  /** 1 was drawn; others moved up. */
  @Whole({ min: 1 }) place!: number;
  @InstantText() awardedAt!: string;
  @Nested(() => DueDate) contractBy!: DueDate;
  @Optional() @InstantText() contractOverdueSince?: string;
  @Optional() @InstantText() givenUpAt?: string;
  /** Absent: given up without a reason. */
  @Optional() @Text({ max: 500 }) givenUpReason?: string;
}

export class ProjectContract {
  @Text({ max: 80 }) number!: string;
  @Whole({ min: 1 }) amountFen!: number;
  @Nested(() => FileReference) file!: FileReference;
  @InstantText() proposedAt!: string;
  /** When the owner signed as well; absent while it waits. */
  @Optional() @InstantText() signedAt?: string;
  @Optional() @Nested(() => DueDate) deliverBy?: DueDate;
}

export class ProjectDelivery {
  @Nested(() => FileReference) file!: FileReference;
  @InstantText() deliveredAt!: string;
  /** Whole days behind the contract's date; 0 in time. */
  @Whole() daysLate!: number;
}

const Score = () => Whole({ min: 1, max: 5 });

/** One side's judgement of the other, five is best. */
export class MarketRating {
  @Score() quality!: number;
  @Score() timeliness!: number;
  @Score() attitude!: number;
  @Score() price!: number;
  @Optional() @Text({ max: 1000 }) remark?: string;
}

export const PROJECT_STATUSES = [
  'published', // 报名中
  'closed', // 待选取
  'awarded', // 待签约
  'contract-proposed', // 待确认合同
  'under-contract', // 服务中
  'delivered', // 服务完成
  'failed', // 流标
  'cancelled', // 无效
] as const;

export const PROJECT_FUNDS = ['state', 'private'] as const;

export const ProjectStatus = () => OneOf(PROJECT_STATUSES);
