import type { Message } from '@onewindow/kernel';
import {
  areAppealRoutes,
  areAppealTerms,
  DEFAULT_APPEAL_ROUTES,
  DEFAULT_APPEAL_TERMS,
  type PlaceAppealRoutes,
  type PlaceAppealTerms,
} from './place-appeal.js';
import {
  arePlaceWarnings,
  isRecord,
  isShare,
  isWhole,
  type PlaceWarnings,
} from './place-warnings.js';
import { DEFAULT_PAPER_NUMBERS } from '@onewindow/documents';
import { arePaperNumbers, type PaperNumberPatterns } from './place-paper-numbers.js';
import {
  areMarketRules,
  DEFAULT_MARKET_RULES,
  type MarketPlaceRules,
} from './market-place-rules.js';
import {
  areConsultationRules,
  DEFAULT_CONSULTATION,
  type PlaceConsultation,
} from './place-consultation.js';
import { areAgenciesByName, type PlaceAgenciesByName } from './place-agencies.js';
import { NotUsable } from './setting-kinds.js';
import { areWorkRules, DEFAULT_WORK_RULES, type WorkPlaceRules } from './work-place-rules.js';

const DRAFTING = ['optional', 'required'] as const;
const WAITING_TRACKS = ['clocks-run', 'promise-waits'] as const;
const STATE_SECRETS = ['hidden', 'counted'] as const;
const CORRECTION_MISSED = ['reminder', 'withdrawn', 'refused', 'returned'] as const;

/**
 * What the law leaves to the place. Every field has a default; a city overrides what it decided
 * otherwise in the JSON file that `OW_PLACE_FILE` names.
 */
export interface PlaceRules {
  /** Working days an applicant has to correct an application after the complete notice (许可法 32 leaves the term open). */
  readonly workingDaysToCorrect: number;
  /** What a missed correction term leads to: a reminder, or, where a city's rule says so, the application counts as withdrawn, is not accepted, or is returned. */
  readonly correctionMissed: (typeof CORRECTION_MISSED)[number];
  /** The provision that lets more follow than a reminder; it stands in the records. */
  readonly correctionMissedSource?: string;
  /** Working days an agency has to accept, to ask for correction or to refuse (许可法 32: five). */
  readonly workingDaysToAccept: number;
  /** Working days within which a decision is served on the applicant (许可法 44: ten). */
  readonly workingDaysToServe: number;
  /** Working days a supervising department has to acknowledge a handover 签收. */
  readonly handoverAckWorkingDays: number;
  /** A running clock turns blue 蓝 when this share of its term is left. */
  readonly warnAtShareLeft: number;
  /** A running clock turns blue 蓝 when this many working days are left, if that is earlier than the share. */
  readonly warnAtWorkingDaysLeft: number;
  /** Lamps of single clocks instead of the two figures above, mildest first; an item may set its own. */
  readonly warnings?: PlaceWarnings;
  /** Where an applicant may appeal against a refusal, by the code of the deciding agency; `default` is for every other one (许可法 38). */
  readonly appealRoutes: Readonly<Record<string, PlaceAppealRoutes>> & {
    readonly default: PlaceAppealRoutes;
  };
  /** Until when, from the service of the decision; by the code of the deciding agency, `default` for every other one. */
  readonly appealTerms: Readonly<Record<string, PlaceAppealTerms>> & {
    readonly default: PlaceAppealTerms;
  };
  /** What has to be made public of a service item beside the eight particulars of 许可法 30 (八公开), by name. */
  readonly itemDisclosure: readonly string[];
  /** Working days an interested party has to state its case; 许可法 36 leaves the term open, so this is local usage. */
  readonly workingDaysToState: number;
  /**
   * Whether every clock of a track runs while it waits for the result of another agency, or its promise waits. 许可法 45 does not stop
   * the statutory one; 滨州 16 and 19 are a place's example of the other (to be confirmed for each place).
   */
  readonly waitingTracks: (typeof WAITING_TRACKS)[number];
  /**
   * Which agencies go by the names of departments in the plans of bundles: `住建` → `["housing"]`, `住建/行政审批` being either. Their
   * officers record what came of their nodes; of a department that is not named here the window does (许可法 26).
   */
  readonly agenciesByName: PlaceAgenciesByName;
  /** Whether a decision has to be drafted and reviewed before it is signed; local usage (许可法 38 asks only for writing and seal). */
  readonly decisionDraft: (typeof DRAFTING)[number];
  /**
   * Whether the public learns how many decisions are state secrets, and nothing else of them, or not even that (政府信息公开条例 14 keeps them
   * from publication; what may be told of their number is local usage).
   */
  readonly stateSecretDecisions: (typeof STATE_SECRETS)[number];
  /** How departments are asked for their opinion, and what their silence means. */
  readonly consultation: PlaceConsultation;
  /**
   * How numbers of papers 文号 are written, by the name of the agency (`*` for all others) and the kind of paper. `{year}` and `{serial}`
   * have to stand in it, and `{agency}` where it is for all; what is not set is written as `DEFAULT_PAPER_NUMBERS` of libs/documents.
   */
  readonly paperNumbers: PaperNumberPatterns;
  /** What holds in the market of intermediary services. */
  readonly market: MarketPlaceRules;
  /** Tasks of officers: claiming, rotation, weights. */
  readonly work: WorkPlaceRules;
}

/** What places speak of as 八公开: name, basis, conditions, materials, procedure, promised term, fee, result. */
const DEFAULT_ITEM_DISCLOSURE: readonly string[] = Object.freeze([
  'name',
  'legal-basis',
  'conditions',
  'materials',
  'procedure',
  'promised-term',
  'fee',
  'result',
]);

const DISCLOSABLE = [...DEFAULT_ITEM_DISCLOSURE, 'quantity', 'term', 'places', 'questions'];

export const DEFAULT_PLACE_RULES: PlaceRules = Object.freeze({
  workingDaysToCorrect: 15,
  correctionMissed: 'reminder',
  workingDaysToAccept: 5,
  workingDaysToServe: 10,
  handoverAckWorkingDays: 3,
  warnAtShareLeft: 0.2,
  warnAtWorkingDaysLeft: 1,
  waitingTracks: 'clocks-run',
  appealRoutes: Object.freeze({ default: DEFAULT_APPEAL_ROUTES }),
  appealTerms: Object.freeze({ default: DEFAULT_APPEAL_TERMS }),
  itemDisclosure: DEFAULT_ITEM_DISCLOSURE,
  paperNumbers: Object.freeze({}),
  workingDaysToState: 5,
  agenciesByName: Object.freeze({}),
  decisionDraft: 'optional',
  stateSecretDecisions: 'hidden',
  consultation: DEFAULT_CONSULTATION,
  market: DEFAULT_MARKET_RULES,
  work: DEFAULT_WORK_RULES,
});

interface Wanted {
  readonly zh: string;
  readonly en: string;
  readonly fits: (value: unknown) => boolean;
}

const days = (least: number, most: number): Wanted => ({
  zh: `应为 ${least} 到 ${most} 的整数（工作日）`,
  en: `must be a whole number of working days from ${least} to ${most}`,
  fits: (value) => isWhole(value, least, most),
});

/** A place may shorten what a statute limits, never lengthen it: hence the upper bounds. */
const wanted: { readonly [Rule in keyof Required<PlaceRules>]: Wanted } = {
  workingDaysToCorrect: days(1, 250),
  correctionMissed: {
    zh: `应为 ${CORRECTION_MISSED.join('、')} 之一`,
    en: `must be one of ${CORRECTION_MISSED.join(', ')}`,
    fits: (value) => (CORRECTION_MISSED as readonly unknown[]).includes(value),
  },
  correctionMissedSource: {
    zh: '应为 1 到 100 字的依据条款',
    en: 'must name the provision, 1 to 100 characters',
    fits: (value) => typeof value === 'string' && value.length >= 1 && value.length <= 100,
  },
  workingDaysToAccept: days(1, 5),
  workingDaysToServe: days(1, 10),
  handoverAckWorkingDays: days(1, 30),
  warnAtShareLeft: {
    zh: '应为 0 到 1 之间的数',
    en: 'must be a number between 0 and 1',
    fits: isShare,
  },
  warnAtWorkingDaysLeft: days(0, 30),
  warnings: {
    zh: '应为 statutory、promised、certificate、joint 列出由轻到重的预警灯：lamp（blue、yellow、red）、workingDaysLeft（-1 到 365 的整数，逐级减少）、可选 shareLeft（0 到 1）',
    en: 'must give statutory, promised, certificate or joint their lamps mildest first: lamp (blue, yellow, red), workingDaysLeft (whole, -1 to 365, each less than the one before) and, if wanted, shareLeft (0 to 1)',
    fits: arePlaceWarnings,
  },
  appealRoutes: {
    zh: '应按审批机关代码列出复议机关 reconsiderationBody 和法院 court 两项文字（各 1 到 100 字）；期限的文字由 appealTerms 得出',
    en: 'must give each agency code the two texts reconsiderationBody and court (1 to 100 characters); what is said of the terms follows from appealTerms',
    fits: (value) => isRecord(value) && Object.values(value).every(areAppealRoutes),
  },
  appealTerms: {
    zh: '应按审批机关代码列出复议和起诉期限：reconsideration、litigation（各含 unit：calendar-day、working-day、month 之一，count：整数，source：依据），lastDayOff（next-working-day、stays 之一），correctedPaper（keeps、begins-anew 之一）',
    en: 'must give each agency code reconsideration and litigation (each with unit: calendar-day, working-day or month; count: whole; source: its provision), lastDayOff (next-working-day or stays) and correctedPaper (keeps or begins-anew)',
    fits: (value) => isRecord(value) && Object.values(value).every(areAppealTerms),
  },
  itemDisclosure: {
    zh: `应为下列名称的列表：${DISCLOSABLE.join('、')}`,
    en: `must be a list of these names: ${DISCLOSABLE.join(', ')}`,
    fits: (value) =>
      Array.isArray(value) &&
      value.every((each: unknown) => DISCLOSABLE.some((name) => name === each)),
  },
  workingDaysToState: days(1, 30),
  waitingTracks: {
    zh: `应为 ${WAITING_TRACKS.join('、')} 之一`,
    en: `must be one of ${WAITING_TRACKS.join(', ')}`,
    fits: (value) => (WAITING_TRACKS as readonly unknown[]).includes(value),
  },
  agenciesByName: {
    zh: '应按部门名称列出机关代码（各 1 到 5 个），如 {"住建": ["housing"]}',
    en: 'must give each name of a department 1 to 5 codes of agencies, such as {"住建": ["housing"]}',
    fits: areAgenciesByName,
  },
  decisionDraft: {
    zh: `应为 ${DRAFTING.join('、')} 之一`,
    en: `must be one of ${DRAFTING.join(', ')}`,
    fits: (value) => (DRAFTING as readonly unknown[]).includes(value),
  },
  stateSecretDecisions: {
    zh: `应为 ${STATE_SECRETS.join('、')} 之一`,
    en: `must be one of ${STATE_SECRETS.join(', ')}`,
    fits: (value) => (STATE_SECRETS as readonly unknown[]).includes(value),
  },
  consultation: {
    zh: '应按名称列出征求意见规则：workingDays（1 到 30）、remindWorkingDaysBefore（0 到 30）、silence（agreement、no-objection、awaited 之一）、可选 silenceSource（1 到 100 字的依据）',
    en: 'must give rules of consultation by name: workingDays (1 to 30), remindWorkingDaysBefore (0 to 30), silence (agreement, no-objection or awaited) and, if wanted, silenceSource (the provision, 1 to 100 characters)',
    fits: areConsultationRules,
  },
  paperNumbers: {
    zh: `应按机关名称（* 为其他机关）和文书种类（${Object.keys(DEFAULT_PAPER_NUMBERS).join('、')}）写明文号格式，含 {year} 和 {serial}，* 还须含 {agency}，各不相同，至多 60 字`,
    en: `must give patterns by agency (* for all others) and kind of paper (${Object.keys(DEFAULT_PAPER_NUMBERS).join(', ')}), all different, at most 60 characters, with {year} and {serial}, and {agency} under *`,
    fits: arePaperNumbers,
  },
  market: {
    zh: '应按名称列出中介超市规则：noticeWorkingDays、urgentNoticeWorkingDays、contractWorkingDays、minimumSignUps、excludesRelated、publicValue',
    en: 'must give rules of the market by name: noticeWorkingDays, urgentNoticeWorkingDays, contractWorkingDays, minimumSignUps (state and private), excludesRelated (ofOwner and ofEachOther), publicValue (all five texts)',
    fits: areMarketRules,
  },
  work: {
    zh: '应按名称列出任务规则：claimByActing、quashedByAnother（true 或 false）、mattersInARow（0 到 100）、monthsWithAnItem（0 到 240）、weight（usual、siteVisit，1 到 20）',
    en: 'must give rules of tasks by name: claimByActing, quashedByAnother (true or false), mattersInARow (0 to 100), monthsWithAnItem (0 to 240), weight (usual and siteVisit, 1 to 20)',
    fits: areWorkRules,
  },
};

/** The defaults with a place's own rules over them; throws with every mistake in those. */
export function placeRulesFrom(overrides: unknown): PlaceRules {
  if (typeof overrides !== 'object' || overrides === null || Array.isArray(overrides)) {
    throw new NotUsable({ zh: '应为一个 JSON 对象。', en: 'must hold one JSON object.' });
  }
  const mistakes = Object.entries(overrides).flatMap(([rule, value]) => mistakesIn(rule, value));
  if (mistakes.length > 0) throw new NotUsable(...mistakes);
  const own: Partial<PlaceRules> = overrides;
  const appealRoutes = { ...DEFAULT_PLACE_RULES.appealRoutes, ...own.appealRoutes };
  const appealTerms = { ...DEFAULT_PLACE_RULES.appealTerms, ...own.appealTerms };
  const consultation = { ...DEFAULT_CONSULTATION, ...own.consultation };
  const market = { ...DEFAULT_MARKET_RULES, ...own.market };
  const work = { ...DEFAULT_WORK_RULES, ...own.work };
  return Object.freeze({
    ...DEFAULT_PLACE_RULES,
    ...own,
    appealRoutes,
    appealTerms,
    consultation,
    market,
    work,
  });
}

function mistakesIn(rule: string, value: unknown): readonly Message[] {
  const known = Object.hasOwn(wanted, rule) ? wanted[rule as keyof PlaceRules] : undefined;
  if (known === undefined) {
    const names = Object.keys(wanted);
    return [
      {
        zh: `没有名为“${rule}”的地方规则，可用：${names.join('、')}。`,
        en: `there is no local rule "${rule}"; there are ${names.join(', ')}.`,
      },
    ];
  }
  return known.fits(value) ? [] : [{ zh: `${rule} ${known.zh}。`, en: `${rule} ${known.en}.` }];
}
