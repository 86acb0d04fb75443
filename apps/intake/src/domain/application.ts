import type { Answers, Instant } from '@onewindow/kernel';
import type { CalendarEdition, LegalEffect, MissedCorrection } from '@onewindow/statutory-clock';

import type { IssuedPaper, ServiceRecord } from './issued-paper.js';
import type { PaperContent } from './paper-content.js';
import type { ConfidentialityMark, PublicationRuling } from './publication-ruling.js';
import type { ApplicationStatus } from './application-lifecycle.js';
import type { NeededPlan } from './catalogue/needed-plan.js';
import type { Form } from './forms/form.js';
import type { AskedMaterial, BundleHandling, HandlingItem } from './service-item.js';
import type { HandedUp, ItemReopening, ItemResult, WithdrawnItem } from './item-result.js';
import type { WireDate } from './terms.js';

export type {
  Decision,
  HandedUp,
  ItemReopening,
  ItemResult,
  WithdrawnItem,
} from './item-result.js';
export type { IssuedPaper, PaperKind, ServiceMethod, ServiceRecord } from './issued-paper.js';

/** A file as an application refers to it; the bytes lie in the file store under the hash. */
export interface HeldFile {
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Where it comes from, if the applicant did not make or upload it. */
  readonly provenance?: FileProvenance;
}

/** The agency 中介机构 that answers for a report, and the project and contract that it was made under. */
export interface FileProvenance {
  readonly agencyName: string;
  readonly agencyCreditCode: string;
  readonly projectNumber: string;
  readonly contractNumber: string;
  readonly deliveredAt: Instant;
}

/** A missing material that only an intermediary makes. */
export interface NeededReport {
  readonly item: string;
  readonly itemName: string;
  readonly material: string;
  readonly materialName: string;
  /** The service 中介服务 whose agencies make it. */
  readonly service: string;
  readonly since: Instant;
}

export interface HeldMaterial {
  readonly material: string;
  readonly name: string;
  readonly files: readonly HeldFile[];
}

/** An item applied for, as it was published when the application came in. */
export interface AppliedItem extends HandlingItem {
  /** The edition of the item that it was filed under; absent on what was filed before it was kept. */
  readonly edition?: number;
  readonly materials: readonly AskedMaterial[];
}

export interface CorrectionRemark {
  readonly material: string;
  readonly problem: 'missing' | 'wrong';
  readonly explanation: string;
}

/** Something that was filled in wrongly. */
export interface AnswerRemark {
  /** Key of the form. */
  readonly field: string;
  readonly explanation: string;
}

export interface CorrectionNotice {
  readonly number: string;
  readonly issuedAt: Instant;
  readonly remarks: readonly CorrectionRemark[];
  readonly answers?: readonly AnswerRemark[];
  readonly correctBy: WireDate;
  /** The working days behind `correctBy`. */
  readonly correctWithin?: number;
  readonly correctedAt?: Instant;
  /** Set when the term passed without a correction. */
  readonly missedAt?: Instant;
  /** What followed from that, by which rule, and when it was recorded. */
  readonly effect?: MissedCorrection;
  readonly recordedAt?: Instant;
}

export interface TrackTerm {
  readonly item: string;
  readonly itemName: string;
  readonly agency: string;
  readonly statutory: WireDate;
  readonly promised?: WireDate;
  /** The date was moved since the case was opened: news of the opening that comes late does not move it back. */
  readonly renewed?: true;
}

export interface Acceptance {
  readonly caseNumber: string;
  readonly receiptNumber: string;
  /** The legal instant of acceptance; by silence it is that of receipt (许可法 32(四)). */
  readonly acceptedAt: Instant;
  readonly recordedAt: Instant;
  readonly by: 'clerk' | 'silence';
  /** Of silence: the article, when the law made it so, and what follows. */
  readonly effect?: LegalEffect;
}

export type NonAcceptanceGround = 'no-permit-needed' | 'not-competent' | 'not-corrected';

/** What the written decision not to accept 不予受理 says (许可法 32(一)(二)). */
export interface NonAcceptance {
  readonly ground: NonAcceptanceGround;
  readonly reasons: readonly string[];
  /** Where to apply instead. */
  readonly competentAuthority?: string;
  readonly declinedAt: Instant;
}

/** One filing 申请, for one item or for a bundle handled as one thing. */
export interface Application {
  readonly id: string;
  readonly number: string;
  /** Query code 查询码 for whoever follows the application without an account; older applications have none. */
  readonly queryCode?: string;
  readonly status: ApplicationStatus;
  readonly region: string;
  readonly applicantAccount: string;
  readonly applicant: { readonly name: string; readonly creditCode: string };
  readonly contact: { readonly name: string; readonly phone: string };
  readonly premises: { readonly name: string; readonly address: string };
  readonly bundle?: string;
  readonly jointInspection: readonly string[];
  /** As the bundle said when the application came in. */
  readonly handling?: BundleHandling;
  readonly items: readonly AppliedItem[];
  readonly materials: readonly HeldMaterial[];
  /** What was answered, and the form that it was answered under: a form that is published later changes nothing here. */
  readonly answers?: Answers;
  readonly form?: Form;
  /** Of a bundle with a plan: the part of it that the answers need. */
  readonly plan?: NeededPlan;
  /** Fields of the form that decided what is needed. */
  readonly decisive?: readonly string[];
  readonly electronicService: boolean;
  readonly receivedAt: Instant;
  /** By when the window has to answer (许可法 32(四)). */
  readonly answerBy: WireDate;
  /** The working days behind `answerBy`: a rule of the place that changes later does not shorten a running term. */
  readonly answerWithin?: number;
  /** Set when the window stayed silent after a correction. */
  readonly answerOverdueSince?: Instant;
  readonly correction?: CorrectionNotice;
  /** What the market was told of and is still missing. */
  readonly neededReports?: readonly NeededReport[];
  readonly acceptance?: Acceptance;
  readonly tracks: readonly TrackTerm[];
  /** The bureau's date of the joint handling, beside those of the tracks (许可法 42②). */
  readonly jointTerm?: WireDate;
  readonly papers: readonly IssuedPaper[];
  readonly results: readonly ItemResult[];
  readonly nonAcceptance?: NonAcceptance;
  readonly withdrawnAt?: Instant;
  /** Items that the applicant took back after the acceptance, as the bureau tells it. */
  readonly withdrawnItems?: readonly WithdrawnItem[];
  /** Items that another agency decides than the one that reviewed them first. */
  readonly handedUp?: readonly HandedUp[];
  /** When the materials counted as returned 退回, where the place lets that follow from a missed correction. */
  readonly returnedAt?: Instant;
  /** When the bureau had decided every track; the results themselves may still be on their way. */
  readonly caseDecidedAt?: Instant;
  readonly dispatchedAt?: Instant;
  /** When a decision was last quashed, and the numbers of the papers that no longer stand. */
  readonly reopenedAt?: Instant;
  readonly quashed?: readonly string[];
  /** What the applicant wants kept from the public. */
  readonly confidential?: readonly ConfidentialityMark[];
  /** What the agencies ruled about the publication of their decisions, by reference, oldest first. */
  readonly publication?: Readonly<Record<string, readonly PublicationRuling[]>>;
  readonly rating?: { readonly stars: number; readonly remark?: string; readonly ratedAt: Instant };
}

/** The dates of intake's own clocks that moved. */
export interface MovedDates {
  readonly answerBy?: WireDate;
  readonly correctBy?: WireDate;
}

/** What happened to an application. */
export type ApplicationEvent =
  | { readonly type: 'application-submitted'; readonly number: string }
  | { readonly type: 'correction-requested'; readonly notice: CorrectionNotice }
  | {
      readonly type: 'correction-missed';
      readonly missedAt: Instant;
      readonly effect: MissedCorrection;
    }
  | { readonly type: 'application-returned'; readonly returnedAt: Instant }
  | {
      readonly type: 'corrections-received';
      readonly materials: readonly string[];
      /** Fields whose answer differs from before. */
      readonly answers?: readonly string[];
    }
  | { readonly type: 'report-needed'; readonly report: NeededReport }
  | {
      readonly type: 'report-not-needed';
      readonly item: string;
      readonly material: string;
      readonly reason: 'handed-in' | 'delivered' | 'accepted' | 'ended';
      readonly since: Instant;
    }
  | { readonly type: 'report-delivered'; readonly material: string; readonly file: HeldFile }
  | { readonly type: 'answer-overdue'; readonly since: Instant }
  | { readonly type: 'application-accepted'; readonly acceptance: Acceptance }
  | { readonly type: 'application-declined'; readonly nonAcceptance: NonAcceptance }
  | { readonly type: 'application-withdrawn'; readonly reason: string }
  /** A calendar was published or amended. */
  | {
      readonly type: 'dates-moved';
      readonly before: MovedDates;
      readonly after: MovedDates;
      readonly calendars: readonly CalendarEdition[];
    }
  | { readonly type: 'term-announced'; readonly tracks: readonly TrackTerm[] }
  | { readonly type: 'joint-term-announced'; readonly jointTerm: WireDate }
  | {
      readonly type: 'paper-issued';
      readonly paper: IssuedPaper;
      /** What the paper says; of papers from before it was kept there is none. */
      readonly content: PaperContent;
    }
  | {
      readonly type: 'papers-numbered';
      readonly papers: readonly { readonly reference: string; readonly number: string }[];
    }
  | {
      readonly type: 'paper-served';
      readonly number: string;
      readonly record: ServiceRecord;
      /** It was handed out with all the others, and told with them. */
      readonly withDispatch?: true;
    }
  | {
      readonly type: 'result-received';
      readonly item: string;
      readonly outcome: ItemResult['decision']['outcome'];
    }
  | { readonly type: 'item-withdrawn'; readonly withdrawn: WithdrawnItem }
  | { readonly type: 'materials-handed-up'; readonly handedUp: HandedUp }
  | { readonly type: 'item-reopened'; readonly reopening: ItemReopening }
  | { readonly type: 'case-decided'; readonly decidedAt: Instant }
  | { readonly type: 'results-complete'; readonly decidedAt: Instant }
  | {
      readonly type: 'results-dispatched';
      readonly dispatchedAt: Instant;
      readonly papers: readonly string[];
    }
  | {
      readonly type: 'confidentiality-marked';
      readonly marks: readonly ConfidentialityMark[];
      readonly markedAt: Instant;
    }
  /** Beside the ruling itself: what is withheld now. */
  | {
      readonly type: 'publication-ruled';
      readonly decision: string;
      readonly ruling: PublicationRuling;
      readonly parts: readonly string[];
      readonly secret: boolean;
    }
  | { readonly type: 'service-rated'; readonly stars: number };

/** Every material once, as the strictest of the items asks for it: handed in once, it serves them all. */
export function allMaterialsAsked({ items }: Pick<Application, 'items'>): readonly AskedMaterial[] {
  const asked = new Map<string, AskedMaterial>();
  for (const each of items.flatMap(({ materials }) => materials)) {
    const known = asked.get(each.code);
    if (known === undefined || strictness(each) > strictness(known)) asked.set(each.code, each);
  }
  return [...asked.values()];
}

const strictness = ({ necessity }: AskedMaterial): number =>
  ['optional', 'may-follow', 'required'].indexOf(necessity);

export const filesOf = (
  application: Pick<Application, 'materials'>,
  material: string,
): readonly HeldFile[] =>
  application.materials.find((held) => held.material === material)?.files ?? [];
