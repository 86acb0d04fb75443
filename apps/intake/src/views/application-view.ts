import type { AcceptedPlan, FindApplicationReply, LegalEffectView } from '@onewindow/contracts';
import { maskPersonName, maskPhone } from '@onewindow/identifiers';
import { holds, type Actor, type Instant } from '@onewindow/kernel';
import type { LegalEffect } from '@onewindow/statutory-clock';
import { applicationLifecycle, type ApplicationAction } from '../domain/application-lifecycle.js';
import type { Application, PaperKind } from '../domain/application.js';
import { mayMarkConfidential } from '../domain/confidentiality.js';
import { mayCorrect } from '../domain/who-corrects.js';
import { handles, handsOut, isOwn } from './visible-to.js';
import { decisionSummary } from './decision-summary.js';

const WINDOW_ACTIONS: readonly ApplicationAction[] = [
  'accept',
  'requestCorrection',
  'decline',
  'dispatch',
];
const APPLICANT_ACTIONS: readonly ApplicationAction[] = ['resubmit', 'withdraw'];

/** The papers that the window prints for the applicant. */
const PRINTED_WITH_CODE: ReadonlySet<PaperKind> = new Set([
  'correction-notice',
  'acceptance-receipt',
  'non-acceptance-notice',
]);

/** One application as the asking person may see it. */
export function applicationView(
  application: Application,
  actor: Actor,
  officialNumbers: ReadonlyMap<string, string>,
): FindApplicationReply {
  const { acceptance, correction, nonAcceptance, bundle, dispatchedAt, rating } = application;
  const code = handsOut(application, actor) ? application.queryCode : undefined;
  return {
    applicationId: application.id,
    applicationNumber: application.number,
    status: application.status,
    actions: actionsOf(application, actor),
    ...(acceptance && { caseNumber: acceptance.caseNumber, acceptedAt: acceptance.acceptedAt }),
    ...(bundle !== undefined && { bundle }),
    items: application.items.map(({ code }) => code),
    applicant: application.applicant,
    contact: contactFor(application, actor),
    premises: application.premises,
    receivedAt: application.receivedAt,
    answerBy: application.answerBy,
    materials: application.materials.map((held) => ({ ...held, files: [...held.files] })),
    ...answersFor(application, actor),
    ...(application.plan && { plan: application.plan as AcceptedPlan }),
    ...handedUpIn(application),
    correctionRemarks: [...(correction?.remarks ?? [])],
    ...(correction?.answers && { answerRemarks: [...correction.answers] }),
    ...(correction && { correctBy: correction.correctBy }),
    ...(nonAcceptance && {
      nonAcceptance: { ...nonAcceptance, reasons: [...nonAcceptance.reasons] },
    }),
    ...effectsOf(application),
    tracks: application.tracks.map(({ renewed: _, ...track }) => track),
    ...(application.jointTerm && { jointTerm: application.jointTerm }),
    papers: application.papers.map((paper) => ({
      ...paper,
      ...officialNumberOf(paper, officialNumbers),
      ...(code !== undefined && PRINTED_WITH_CODE.has(paper.kind) && { queryCode: code }),
      ...actionsOn(application, paper, actor),
    })),
    results: application.results.map((result) => ({
      ...result,
      decision: decisionSummary(result.decision, application),
    })),
    ...marksFor(application, actor),
    ...(dispatchedAt !== undefined && { dispatchedAt }),
    ...(rating && { rating }),
    ...(code !== undefined && { queryCode: code }),
  };
}

/** A paper from before there was a register has none. */
function officialNumberOf(
  { number }: Application['papers'][number],
  numbers: ReadonlyMap<string, string>,
): Pick<FindApplicationReply['papers'][number], 'officialNumber'> {
  const officialNumber = numbers.get(number);
  return officialNumber === undefined ? {} : { officialNumber };
}

/** The window records a service, or corrects what was recorded; an administrator of papers may mend their text. */
function actionsOn(
  application: Application,
  paper: Application['papers'][number],
  actor: Actor,
): Pick<FindApplicationReply['papers'][number], 'actions'> {
  const actions = [
    ...(mayCorrect(application, paper, actor) ? ['correct-paper'] : []),
    ...(holds(actor, 'window-clerk') ? ['serve-paper'] : []),
  ];
  return actions.length === 0 ? {} : { actions };
}

function actionsOf(application: Application, actor: Actor): string[] {
  const possible = applicationLifecycle.actionsFrom(application.status);
  const own = isOwn(application, actor);
  const rates = own && application.status === 'dispatched' && application.rating === undefined;
  return [
    ...possible.filter((action) => holds(actor, 'window-clerk') && WINDOW_ACTIONS.includes(action)),
    ...possible.filter((action) => own && APPLICANT_ACTIONS.includes(action)),
    ...(rates ? ['rate'] : []),
    ...(own && mayMarkConfidential(application) ? ['mark-confidential'] : []),
  ];
}

/** What is told of oneself in a form is for those who handle it. */
function answersFor(
  application: Application,
  actor: Actor,
): Pick<FindApplicationReply, 'answers' | 'form'> {
  const { form, answers } = application;
  if (form === undefined || !handles(application, actor)) return {};
  return { form: { ...form }, answers: { ...answers } };
}

/** What was said to be confidential, and why, is for those who handle it. */
function marksFor(
  application: Application,
  actor: Actor,
): Pick<FindApplicationReply, 'confidential'> {
  const { confidential } = application;
  if (confidential === undefined || !handles(application, actor)) return {};
  return { confidential: confidential.map((mark) => ({ ...mark, parts: [...mark.parts] })) };
}

const handedUpIn = ({ handedUp }: Application): Pick<FindApplicationReply, 'handedUp'> =>
  handedUp === undefined
    ? {}
    : { handedUp: handedUp.map((each) => ({ ...each, materials: [...each.materials] })) };

/** Whoever only watches has no need to call the applicant. */
function contactFor(application: Application, actor: Actor): Application['contact'] {
  const { name, phone } = application.contact;
  return handles(application, actor)
    ? { name, phone }
    : { name: maskPersonName(name), phone: maskPhone(phone) };
}

/** Each effect with both its instants: the law waits for nobody to record it. */
function effectsOf({ acceptance, correction }: Application): Pick<FindApplicationReply, 'effects'> {
  const effects = [
    ...(correction?.effect && correction.recordedAt !== undefined
      ? [effectView(correction.effect, correction.recordedAt)]
      : []),
    ...(acceptance?.effect ? [effectView(acceptance.effect, acceptance.recordedAt)] : []),
  ];
  return effects.length === 0 ? {} : { effects };
}

const effectView = (
  { kind, article, becameSoAt, countsFrom, follows }: LegalEffect,
  recordedAt: Instant,
): LegalEffectView => ({
  kind: kind as LegalEffectView['kind'],
  article,
  becameSoAt,
  recordedAt,
  countsFrom,
  followsZh: follows.zh,
  followsEn: follows.en,
});
