import { EMPTY_FORM, titleOf } from '../domain/forms/form.js';
import type { PROGRESS_ROLES, Sentence } from '@onewindow/contracts';
import type { Actor, Instant } from '@onewindow/kernel';
import type { JournalStep } from '@onewindow/service';
import type { Application, ApplicationEvent, PaperKind } from '../domain/application.js';
import { WINDOW } from '../use-cases/window.js';

/** Who acts, by office; the name of the person comes from the journal and is not everybody's to see. */
export interface Doer {
  readonly role: (typeof PROGRESS_ROLES)[number];
  readonly organisation: string;
}

/** A fact in the words of an applicant. */
export interface ToldFact extends Sentence {
  readonly by: Doer;
  /** When it happened in law, where that is not when it was recorded. */
  readonly at?: Instant;
  readonly item?: string;
}

interface Fact {
  readonly application: Application;
  readonly payload: JournalStep['payload'];
  readonly actor: Actor;
}

export const THE_WINDOW: Doer = { role: 'window', organisation: WINDOW };
export const THE_LAW: Doer = { role: 'law', organisation: '行政许可法' };

export const applicantOf = ({ applicant }: Application): Doer => ({
  role: 'applicant',
  organisation: applicant.name,
});

export const agencyOf = ({ items }: Application, code: unknown): Doer => ({
  role: 'agency',
  organisation:
    items.find((item) => item.code === code)?.decidingAgencyName ??
    items[0]?.decidingAgencyName ??
    '',
});

const say = (
  by: Doer,
  zh: string,
  en: string,
  more: Pick<ToldFact, 'at' | 'item'> = {},
): ToldFact => ({
  zh,
  en,
  by,
  ...more,
});

/** Every fact of an application as a sentence; `unsaid` is what another fact tells already. Forgetting one does not compile. */
export const applicationFacts = {
  'application-submitted': ({ application }) =>
    say(
      applicantOf(application),
      `提交了申请（${application.number}），窗口已收到。`,
      `The application ${application.number} was filed and received.`,
    ),
  'correction-requested': ({ application }) =>
    say(
      THE_WINDOW,
      `一次性告知补正：${materialsToCorrect(application)}。`,
      `The one correction notice was given: ${materialsToCorrect(application)}.`,
    ),
  'correction-missed': ({ application: { correction } }) =>
    say(
      THE_LAW,
      '补正期限届满，未收到补正材料。',
      'The term for corrections passed without corrections.',
      { ...(correction?.missedAt !== undefined && { at: correction.missedAt }) },
    ),
  'corrections-received': ({ application }) =>
    say(
      applicantOf(application),
      '提交了补正材料，窗口已收到。',
      'The corrections were handed in and received.',
    ),
  'report-needed': ({ application, payload }) =>
    say(
      THE_WINDOW,
      `“${reportIn(application, payload)}”须由中介机构出具，可在网上中介服务超市发布需求。`,
      `"${reportIn(application, payload)}" has to be made by an agency; the market of intermediaries takes a project for it.`,
    ),
  'report-not-needed': 'unsaid',
  'report-delivered': ({ application, payload }) =>
    say(
      { role: 'intermediary', organisation: agencyIn(payload) },
      `“${reportIn(application, payload)}”已交付，并自动归入申请材料。`,
      `"${reportIn(application, payload)}" was delivered and put onto the application by itself.`,
    ),
  'confidentiality-marked': ({ application }) =>
    say(
      applicantOf(application),
      '声明了决定中不宜公开的内容。',
      'It was said which parts of the decision are confidential.',
    ),
  // What the public does not learn is between the agency and its records.
  'publication-ruled': 'unsaid',
  'answer-overdue': () =>
    say(
      THE_WINDOW,
      '补正后的审核期限已过，窗口尚未答复。',
      'The term to check the corrections passed; the window has not answered yet.',
    ),
  'application-accepted': ({ application: { acceptance } }) => {
    if (acceptance === undefined) return 'unsaid';
    const { by, caseNumber, acceptedAt } = acceptance;
    return by === 'clerk'
      ? say(
          THE_WINDOW,
          `申请已受理，办件编号 ${caseNumber}。`,
          `The application was accepted; its case number is ${caseNumber}.`,
        )
      : say(
          THE_LAW,
          `窗口逾期未答复，申请自收到之日起即为受理（行政许可法 32），办件编号 ${caseNumber}。`,
          `The window did not answer in time: the application counts as accepted from its receipt (行政许可法 32); its case number is ${caseNumber}.`,
          { at: acceptedAt },
        );
  },
  'application-declined': ({ application: { nonAcceptance } }) =>
    say(
      THE_WINDOW,
      `作出不予受理决定：${nonAcceptance?.reasons.join('；') ?? ''}`,
      `The application was not accepted: ${nonAcceptance?.reasons.join('; ') ?? ''}`,
    ),
  'application-returned': ({ application: { correction } }) =>
    say(
      THE_LAW,
      correction?.effect?.follows.zh ?? '补正期限已过，退回申请材料。',
      correction?.effect?.follows.en ??
        'The time for corrections is over: the materials are returned.',
      { ...(correction?.missedAt !== undefined && { at: correction.missedAt }) },
    ),
  'application-withdrawn': ({ application, payload, actor }) =>
    say(
      actor.kind === 'law' ? THE_LAW : applicantOf(application),
      `申请已撤回：${textIn(payload, 'reason')}`,
      `The application was withdrawn: ${textIn(payload, 'reason')}`,
    ),
  'term-announced': ({ application }) =>
    say(
      agencyOf(application, undefined),
      '办理期限已确定或更新。',
      'The dates of the items were set or moved.',
    ),
  'joint-term-announced': ({ application }) =>
    say(
      agencyOf(application, undefined),
      '联合办理期限已确定或更新（行政许可法 42②）。',
      'The date of the joint handling was set or moved (行政许可法 42②).',
    ),
  'dates-moved': () =>
    say(
      THE_LAW,
      '工作日历发布或更正，有关期限重新推导。',
      'A calendar was published or amended, and the dates were derived anew.',
    ),
  'papers-numbered': 'unsaid',
  'paper-issued': ({ payload }) => {
    const paper = (payload['paper'] ?? {}) as Partial<Application['papers'][number]>;
    if (paper.kind === undefined || TOLD_BY_ANOTHER_FACT.has(paper.kind)) return 'unsaid';
    return say(
      { role: 'agency', organisation: paper.issuedBy ?? '' },
      `签发《${paper.title ?? ''}》（${paper.number ?? ''}）。`,
      `"${paper.title ?? ''}" (${paper.number ?? ''}) was issued.`,
      { ...(paper.issuedAt && { at: paper.issuedAt }), ...(paper.item && { item: paper.item }) },
    );
  },
  'paper-served': ({ application, payload }) => {
    const paper = application.papers.find(({ number }) => number === payload['number']);
    if (paper === undefined) return 'unsaid';
    const isCorrection = Array.isArray((payload['record'] as { replaced?: unknown }).replaced);
    return say(
      THE_WINDOW,
      isCorrection
        ? `更正了《${paper.title}》（${paper.number}）的送达记录。`
        : `《${paper.title}》（${paper.number}）已送达。`,
      isCorrection
        ? `The record of service of "${paper.title}" (${paper.number}) was corrected.`
        : `"${paper.title}" (${paper.number}) was served.`,
      { ...(paper.item !== undefined && { item: paper.item }) },
    );
  },
  'result-received': ({ application, payload }) => {
    const result = application.results.find(({ item }) => item === payload['item']);
    if (result === undefined) return 'unsaid';
    const { item, itemName, decision } = result;
    return say(
      agencyOf(application, item),
      `对“${itemName}”作出决定：${decision.outcome === 'granted' ? '准予' : '不予'}。`,
      `"${itemName}" was ${decision.outcome}.`,
      { item, at: decision.decidedAt },
    );
  },
  // The bureau tells it with the case, in full.
  'item-reopened': 'unsaid',
  'item-withdrawn': 'unsaid',
  'materials-handed-up': 'unsaid',
  'case-decided': 'unsaid',
  'results-complete': () =>
    say(
      THE_WINDOW,
      '全部事项已有结果，可以领取。',
      'Every item is decided; the results can be collected.',
    ),
  'results-dispatched': () =>
    say(THE_WINDOW, '全部结果已一并送出。', 'All results were handed out together.'),
  'service-rated': ({ application }) =>
    say(applicantOf(application), '对办理作出了评价。', 'The service was rated.'),
} satisfies {
  readonly [Type in ApplicationEvent['type']]: 'unsaid' | ((fact: Fact) => ToldFact | 'unsaid');
};

/** The material that a fact is about, whether it was told to the market or kept. */
function reportIn({ items }: Application, payload: JournalStep['payload']): string {
  const report = (payload['report'] ?? {}) as { readonly material?: unknown };
  const code = payload['materialCode'] ?? payload['material'] ?? report.material;
  const found = items.flatMap(({ materials }) => materials).find((each) => each.code === code);
  return found?.name ?? '';
}

function agencyIn(payload: JournalStep['payload']): string {
  const file = (payload['file'] ?? {}) as {
    readonly provenance?: { readonly agencyName?: string };
  };
  return file.provenance?.agencyName ?? '';
}

const textIn = (payload: JournalStep['payload'], field: string): string => {
  const value = payload[field];
  return typeof value === 'string' ? value : '';
};

/** The notices of the window and the results are told by the act that issued them. */
const TOLD_BY_ANOTHER_FACT: ReadonlySet<PaperKind> = new Set([
  'correction-notice',
  'acceptance-receipt',
  'non-acceptance-notice',
  'decision',
]);

function materialsToCorrect({ correction, items, form = EMPTY_FORM }: Application): string {
  const names = new Map(
    items.flatMap(({ materials }) => materials.map(({ code, name }) => [code, name])),
  );
  return [
    ...(correction?.remarks ?? []).map(({ material }) => names.get(material) ?? material),
    ...(correction?.answers ?? []).map(({ field }) => titleOf(form, field).zh),
  ].join('、');
}

/** Undefined where the fact is not the applicant's concern. */
export function toldFact(fact: string, about: Fact): ToldFact | undefined {
  const teller = (applicationFacts as Readonly<Record<string, unknown>>)[fact] as
    'unsaid' | ((about: Fact) => ToldFact | 'unsaid') | undefined;
  const told = typeof teller === 'function' ? teller(about) : 'unsaid';
  return told === 'unsaid' ? undefined : told;
}
