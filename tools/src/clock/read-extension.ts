import type { LegalDate } from '@onewindow/kernel';
import {
  APPROVERS,
  EXTENSION,
  STATUTORY,
  WorkingCalendar,
  unmetForEvent,
} from '@onewindow/statutory-clock';
import type {
  Approver,
  ClockEvent,
  ClockExtended,
  ClockRule,
  ExtensionRule,
  Term,
} from '@onewindow/statutory-clock';
import type { CaseExtension, CaseSuspension } from './clock-case.js';
import type { Findings } from './findings.js';
import { isRecord, quoted, UNNAMED } from './raw-case.js';
import type { RawCase } from './raw-case.js';

/** What is known of the case when its extension is read; `days` includes the extension. */
export interface CountedCase {
  readonly start: LegalDate | undefined;
  readonly days: number | undefined;
  readonly suspensions: readonly CaseSuspension[];
  readonly article: string;
  readonly termOf: (size: number) => Term;
}

/** The extension of a case: properly approved unless the case says when and by whom. */
export function readExtension(
  raw: RawCase,
  counted: CountedCase,
  findings: Findings,
): CaseExtension | null {
  const given = givenExtensions(raw, findings);
  const [first] = given;
  if (first === undefined) return null;
  const { start, days } = counted;
  if (days !== undefined && first.days >= days) {
    findings.add(
      'extension-shorter-than-term',
      'extensionDays',
      `延长日数 ${first.days} 须小于总日数 ${days}（总日数包含延长）。`,
      `The extension of ${first.days} days must be less than the ${days} days in all, which include it.`,
    );
    return null;
  }
  if (start === undefined || days === undefined) return null;
  const rule = ruleOf(counted.article, counted.termOf(days - first.days), counted, first);
  addUnmet(rule, eventsOf(start, counted.suspensions), given, findings);
  return { days: first.days, approver: APPROVERS[rule.extension.approver] };
}

interface GivenExtension {
  readonly path: string;
  readonly days: number;
  readonly approvedOn: LegalDate | undefined;
  readonly approver: Approver | undefined;
}

function givenExtensions(raw: RawCase, findings: Findings): GivenExtension[] {
  if (Array.isArray(raw['extensions'])) {
    return raw['extensions'].flatMap((each: unknown, at) =>
      isRecord(each) ? givenExtension(raw, each, `extensions.${at}`, findings) : [],
    );
  }
  if (isRecord(raw['extension'])) {
    return givenExtension(raw, raw['extension'], 'extension', findings);
  }
  const days = raw['extensionDays'];
  if (days === undefined || days === null || days === 0) return [];
  const flat = {
    approved: raw['extensionApproved'],
    approvedOn: raw['extensionApprovedOn'],
    approver: raw['extensionApprover'] ?? raw['extensionApprovedBy'],
  };
  return givenExtension(raw, flat, '', findings);
}

function givenExtension(
  raw: RawCase,
  each: RawCase,
  path: string,
  findings: Findings,
): GivenExtension[] {
  const days = findings.wholeNumber(
    each['days'] ?? raw['extensionDays'],
    path || 'extensionDays',
    1,
    3650,
  );
  const approvedOn =
    each['approvedOn'] === undefined
      ? undefined
      : findings.day(each['approvedOn'], `${path}.approvedOn`);
  if (each['approved'] === false) {
    findings.add(
      'extension-approved',
      path || 'extensionDays',
      '未经批准的延长无效。',
      'An extension that was not approved has no effect.',
      '行政许可法 42',
    );
  }
  const approver = readApprover(each['approver'] ?? each['approvedBy'], path, findings);
  return days === undefined ? [] : [{ path, days, approvedOn: approvedOn?.date, approver }];
}

function readApprover(value: unknown, path: string, findings: Findings): Approver | undefined {
  if (value === undefined) return undefined;
  const names = Object.keys(APPROVERS) as Approver[];
  const approver = names.find((name) => name === value || APPROVERS[name].zh === value);
  if (approver === undefined) {
    findings.add(
      'extension-approved-by-the-right-head',
      `${path}.approver`,
      `批准人“${quoted(value)}”无权批准延长；可为：${names.map((name) => APPROVERS[name].zh).join('、')}。`,
      `"${quoted(value)}" cannot approve an extension; possible: ${names.join(', ')}.`,
      '行政许可法 42',
    );
  }
  return approver;
}

const OF_THE_LICENSING_LAW = /(?:许可法\s*|^\s*)(?:第?42|第?四十二)/;
const PARAGRAPH = /(?:42|四十二)(?:条)?\s*(?:(?<single>\.1|①|第[一1]款)|(?<joint>\.2|②|第[二2]款))/;
/** The terms of article 42 themselves, where a case names no law, or not the paragraph. */
const SINGLE_DAYS = 20;
const JOINT_DAYS = 45;

type ExtensibleRule = ClockRule & { readonly extension: ExtensionRule };

/** Article 42 says how long and by whom; of another law the case is believed. */
function ruleOf(
  article: string,
  term: Term,
  { suspensions }: CountedCase,
  first: GivenExtension,
): ExtensibleRule {
  const named: ExtensionRule = {
    maxDays: first.days,
    approver: first.approver ?? 'agency-head',
    article,
  };
  const extension = extensionOfArticle42(article, term) ?? named;
  const exclusions = suspensions.map(({ exclusion }) => exclusion);
  return { ...STATUTORY.decision, term, article, exclusions, extension };
}

function extensionOfArticle42(article: string, term: Term): ExtensionRule | undefined {
  const isNamed = OF_THE_LICENSING_LAW.test(article);
  if (!isNamed && article !== UNNAMED) return undefined;
  const { single, joint } = (isNamed ? PARAGRAPH.exec(article)?.groups : undefined) ?? {};
  if (single !== undefined) return EXTENSION.single;
  if (joint !== undefined) return EXTENSION.joint;
  if (term.unit !== 'working-day') return undefined;
  if (term.days === JOINT_DAYS) return EXTENSION.joint;
  return isNamed || term.days === SINGLE_DAYS ? EXTENSION.single : undefined;
}

const eventsOf = (start: LegalDate, suspensions: readonly CaseSuspension[]): ClockEvent[] => [
  { type: 'started', on: start },
  ...suspensions
    .filter(({ notified }) => notified)
    .flatMap(({ exclusion, from, to }, at): ClockEvent[] => [
      {
        type: 'suspended',
        procedure: exclusion.procedure,
        from,
        notice: `${at}`,
        expectedUntil: to,
      },
      { type: 'resumed', notice: `${at}`, on: to },
    ]),
];

function addUnmet(
  rule: ExtensibleRule,
  events: readonly ClockEvent[],
  given: readonly GivenExtension[],
  findings: Findings,
): void {
  const calendar = WorkingCalendar.published();
  const start = events.find((event) => event.type === 'started')?.on;
  let history = events;
  for (const { path, days, approvedOn = start, approver = rule.extension.approver } of given) {
    if (approvedOn === undefined) continue;
    const next: ClockExtended = { type: 'extended', days, approvedOn, approver, reason: 'given' };
    for (const unmet of unmetForEvent(rule, history, next, calendar)) {
      findings.unmet.push({ ...unmet, path: `${path || 'extension'}.${unmet.path ?? ''}` });
    }
    history = [...history, next];
  }
}
