import { EMPTY_FORM, titleOf as fieldTitle } from '../domain/forms/form.js';
import type {
  AwaitedStep,
  FollowApplicationReply,
  ProgressActor,
  ProgressStep,
  ProgressTrack,
} from '@onewindow/contracts';
import { maskPersonName } from '@onewindow/identifiers';
import { holds, type Actor, type Instant } from '@onewindow/kernel';
import type { JournalStep } from '@onewindow/service';
import { filesOf, type Application, type TrackTerm } from '../domain/application.js';
import type { ApplicationStatus } from '../domain/application-lifecycle.js';
import { APPLICATION } from '../use-cases/aggregates.js';
import { agencyOf, applicantOf, THE_WINDOW, toldFact, type Doer } from './application-facts.js';
import { handles } from './visible-to.js';
import { decisionSummary } from './decision-summary.js';

/** Somebody who may see the application, or undefined for whoever came with its code. */
export type Follower = Actor | undefined;

/** An application as its applicant follows it: what happened, what is waited for, and the dates. */
export function applicationProgress(
  application: Application,
  journal: readonly JournalStep[],
  follower: Follower,
): FollowApplicationReply {
  const { acceptance } = application;
  return {
    applicationId: application.id,
    number: application.number,
    ...(acceptance && { caseNumber: acceptance.caseNumber }),
    title: titleOf(application),
    status: application.status,
    receivedAt: application.receivedAt,
    steps: journal.flatMap((step) => progressStep(application, step, follower)),
    waitingFor: AWAITED[application.status](application),
    tracks: application.tracks.map((track) => progressTrack(application, track)),
    papers: application.papers.map(({ service, ...paper }) => ({
      ...paper,
      ...(service && { servedAt: service.servedAt }),
    })),
  };
}

function titleOf({ premises, items }: Application): string {
  const [first] = items;
  const more = items.length > 1 ? ` 等 ${String(items.length)} 项` : '';
  return `${premises.name}：${first?.name ?? ''}${more}`.slice(0, 500);
}

function progressStep(
  application: Application,
  { aggregate, fact, payload, actor, occurredAt }: JournalStep,
  follower: Follower,
): readonly ProgressStep[] {
  if (aggregate !== APPLICATION.name) return [];
  const told = toldFact(fact, { application, payload, actor });
  if (told === undefined) return [];
  const { zh, en, by, at = occurredAt, item } = told;
  return [
    {
      at,
      ...(at !== occurredAt && { recordedAt: occurredAt }),
      what: { kind: fact, zh, en },
      by: named(by, actor, application, follower),
      ...(item !== undefined && { item }),
    },
  ];
}

/** People are named to those who handle the matter and to auditors; the applicant's own people also to itself. */
function named(
  by: Doer,
  actor: Actor,
  application: Application,
  follower: Follower,
): ProgressActor {
  if (actor.kind !== 'person' || follower?.kind !== 'person') return { ...by };
  const isApplicant = by.role === 'applicant';
  if (isApplicant && handles(application, follower)) return { ...by, name: actor.name };
  if (isApplicant) return { ...by, name: maskPersonName(actor.name) };
  const isOffice = holds(
    follower,
    'window-clerk',
    'approver',
    'inspector',
    'decision-officer',
    'auditor',
  );
  return isOffice ? { ...by, name: actor.name } : { ...by };
}

const nothing = (): AwaitedStep[] => [];

const checked = (since: Instant, application: Application): AwaitedStep => ({
  who: { ...THE_WINDOW },
  what: {
    zh: '审核申请材料，作出受理、补正告知或不予受理的答复',
    en: 'Checks the application and accepts it, asks for corrections, or declines it',
  },
  since,
  due: application.answerBy,
  date: 'answer',
});

/** What is waited for in each state, from whom, and until when. */
const AWAITED: Readonly<Record<ApplicationStatus, (application: Application) => AwaitedStep[]>> = {
  submitted: (application) => [checked(application.receivedAt, application)],
  'awaiting-correction': corrections,
  corrected: (application) => [
    checked(application.correction?.correctedAt ?? application.receivedAt, application),
  ],
  accepted: decisions,
  decided: (application) => [
    {
      who: { ...THE_WINDOW },
      what: { zh: '将全部结果一并送达', en: 'Hands all results out together' },
      since: application.caseDecidedAt ?? application.receivedAt,
    },
  ],
  dispatched: nothing,
  declined: nothing,
  withdrawn: nothing,
  returned: nothing,
};

function corrections(application: Application): AwaitedStep[] {
  const { correction } = application;
  if (correction === undefined) return [];
  const names = new Map(
    application.items.flatMap(({ materials }) => materials.map(({ code, name }) => [code, name])),
  );
  const materials = correction.remarks
    .filter(
      ({ material, problem }) => problem === 'wrong' || filesOf(application, material).length === 0,
    )
    .map(({ material, explanation }) => {
      const name = names.get(material) ?? material;
      return { zh: name, en: name, explanation };
    });
  const answers = (correction.answers ?? []).map(({ field, explanation }) => ({
    ...fieldTitle(application.form ?? EMPTY_FORM, field),
    explanation,
  }));
  return [...materials, ...answers].map(({ zh, en, explanation }) => ({
    who: { ...applicantOf(application) },
    what: {
      zh: `补正“${zh}”：${explanation}`.slice(0, 2000),
      en: `Corrects "${en}": ${explanation}`.slice(0, 2000),
    },
    since: correction.issuedAt,
    due: correction.correctBy,
    date: 'correction',
  }));
}

function decisions(application: Application): AwaitedStep[] {
  const { acceptance, tracks, results, withdrawnItems = [], receivedAt } = application;
  const concluded = [...results, ...withdrawnItems];
  return tracks
    .filter(({ item }) => concluded.every((each) => each.item !== item))
    .map(({ item, itemName, statutory }) => ({
      who: { ...agencyOf(application, item) },
      what: { zh: `对“${itemName}”作出决定`, en: `Decides on "${itemName}"` },
      since: acceptance?.acceptedAt ?? receivedAt,
      due: statutory,
      item,
    }));
}

/** As far as intake knows a track; the bureau knows the rest. */
function progressTrack(application: Application, track: TrackTerm): ProgressTrack {
  const result = application.results.find(({ item }) => item === track.item);
  const { item, itemName, agency, statutory, promised } = track;
  const waiting = statutory.haltedSince === undefined ? 'in-review' : 'suspended';
  const withdrawn = application.withdrawnItems?.some((each) => each.item === item) ?? false;
  return {
    item,
    itemName,
    agency,
    agencyName: agencyOf(application, item).organisation,
    status: result?.decision.outcome ?? (withdrawn ? 'withdrawn' : waiting),
    due: statutory,
    ...(promised && { promised }),
    suspensions: [],
    ...(result && { decision: decisionSummary(result.decision, application) }),
    ...(result?.licence && { licence: result.licence }),
  };
}
