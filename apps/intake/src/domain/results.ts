import { refuseWhenUnmet, unchanged, type Change, type Instant } from '@onewindow/kernel';
import type {
  Application,
  ApplicationEvent,
  ItemResult,
  ServiceMethod,
  TrackTerm,
} from './application.js';
import { applicationLifecycle } from './application-lifecycle.js';
import { rootOf } from './correct-paper.js';
import { issue, issueAll, withService, type PaperToIssue } from './papers.js';
import { intakeRefusals } from './refusals.js';
import { isSameDate, type WireDate } from './terms.js';
import { unmet } from './unmet.js';

/** The bureau's dates for the tracks. A date that was moved since is left as it is: news of two aggregates may overtake one another. */
export function announceTerms(
  application: Application,
  { tracks, jointTerm }: AnnouncedTerms,
): Change<Application, ApplicationEvent> {
  const told = new Map(tracks.map((track) => [track.item, track]));
  const renewed = withTerms(
    application,
    application.tracks.flatMap((track) => (track.renewed ? [] : (told.get(track.item) ?? []))),
  );
  if (jointTerm === undefined || application.jointTerm !== undefined) return renewed;
  const joint = renewJointTerm(renewed.state, jointTerm);
  return { state: joint.state, events: [...renewed.events, ...joint.events] };
}

export interface AnnouncedTerms {
  readonly tracks: readonly TrackTerm[];
  readonly jointTerm?: WireDate;
}

/** The date of the joint handling, which is no track's (许可法 42②). */
function renewJointTerm(
  application: Application,
  jointTerm: WireDate,
): Change<Application, ApplicationEvent> {
  if (isSameDate(application.jointTerm, jointTerm)) return unchanged(application);
  return {
    state: { ...application, jointTerm },
    events: [{ type: 'joint-term-announced', jointTerm }],
  };
}

/** One track's dates moved: its suspension ended, its term was extended, or a calendar was published. */
export function renewTerm(
  application: Application,
  { item, ...dates }: RenewedTerm,
): Change<Application, ApplicationEvent> {
  if (item === undefined) return renewJointTerm(application, dates.statutory);
  return withTerms(
    application,
    application.tracks
      .filter((track) => track.item === item)
      .map((track) => ({ ...track, ...dates, renewed: true })),
  );
}

export interface RenewedTerm extends Pick<TrackTerm, 'statutory' | 'promised'> {
  /** Absent: the joint handling. */
  readonly item?: string;
}

function withTerms(
  application: Application,
  told: readonly TrackTerm[],
): Change<Application, ApplicationEvent> {
  const tracks = told.filter((track) => !application.tracks.some((each) => isSame(each, track)));
  if (tracks.length === 0) return unchanged(application);
  const renewed = new Map(tracks.map((track) => [track.item, track]));
  return {
    state: {
      ...application,
      tracks: application.tracks.map((track) => renewed.get(track.item) ?? track),
    },
    events: [{ type: 'term-announced', tracks }],
  };
}

const isSame = (a: TrackTerm, b: TrackTerm): boolean =>
  a.item === b.item &&
  a.renewed === b.renewed &&
  isSameDate(a.statutory, b.statutory) &&
  isSameDate(a.promised, b.promised);

/** The written notice of a special procedure 特别程序 reaches the applicant (许可法 45). */
export const issueNotice = (
  application: Application,
  notice: Omit<PaperToIssue, 'kind' | 'title'>,
  now: Instant,
) =>
  issue(application, { ...notice, kind: 'special-procedure-notice', title: '特别程序告知书' }, now);

/** The term of a track was extended: the notice with the reason reaches the applicant, and the date moves (许可法 42). */
export function takeExtension(
  application: Application,
  { notice, item, statutory }: ExtensionTold,
  now: Instant,
): Change<Application, ApplicationEvent> {
  const issued = issue(
    application,
    { ...notice, kind: 'term-extension-notice', title: '延长办理期限告知书' },
    now,
  );
  const renewed =
    item === undefined
      ? renewJointTerm(issued.state, statutory)
      : renewTerm(issued.state, { item, statutory });
  return { state: renewed.state, events: [...issued.events, ...renewed.events] };
}

export interface ExtensionTold {
  readonly notice: Omit<PaperToIssue, 'kind' | 'title'>;
  /** Absent: the term of the joint handling, which is no track's. */
  readonly item?: string;
  readonly statutory: TrackTerm['statutory'];
}

/** A decision came from the bureau: it and its licence are issued to the applicant. */
export function receiveResult(
  application: Application,
  result: ItemResult,
  now: Instant,
): Change<Application, ApplicationEvent> {
  if (application.results.some(({ item }) => item === result.item)) return unchanged(application);
  if (application.items.every(({ code }) => code !== result.item)) {
    throw intakeRefusals.refuse('news-of-another-case');
  }
  const { decision, licence, item, itemName } = result;
  const common = { issuedBy: decision.agencyName, issuedAt: decision.decidedAt, item };
  const title = decision.outcome === 'granted' ? '准予行政许可决定书' : '不予行政许可决定书';
  const issued = issueAll(
    { ...application, results: [...application.results, result] },
    [
      { ...common, number: decision.number, kind: 'decision', title: `${title}（${itemName}）` },
      ...(licence
        ? [{ ...common, number: licence.number, kind: 'licence' as const, title: licence.name }]
        : []),
    ],
    now,
  );
  return completed({
    state: issued.state,
    events: [{ type: 'result-received', item, outcome: decision.outcome }, ...issued.events],
  });
}

/** The bureau has decided every track. That news may arrive before the last result. */
export function noteCaseDecided(
  application: Application,
  decidedAt: Instant,
): Change<Application, ApplicationEvent> {
  const { caseDecidedAt, reopenedAt = '' } = application;
  // News of two aggregates may overtake one another: what was decided before a decision was quashed says nothing now.
  if (caseDecidedAt !== undefined || decidedAt <= reopenedAt) return unchanged(application);
  return completed({
    state: { ...application, caseDecidedAt: decidedAt },
    events: [{ type: 'case-decided', decidedAt }],
  });
}

/** With the last of both, the results and the news that there are no more, they can be handed out together. */
export function completed({
  state,
  events,
}: Change<Application, ApplicationEvent>): Change<Application, ApplicationEvent> {
  const { caseDecidedAt: decidedAt, items, results, withdrawnItems = [], status } = state;
  const concluded = [...results, ...withdrawnItems];
  const everyItem = items.every(({ code }) => concluded.some(({ item }) => item === code));
  if (status !== 'accepted' || decidedAt === undefined || !everyItem) return { state, events };
  return {
    state: { ...state, status: applicationLifecycle.next(status, 'decide') },
    events: [...events, { type: 'results-complete', decidedAt }],
  };
}

/** How results leave the window. */
export type DispatchMethod = Extract<ServiceMethod, 'electronic' | 'window' | 'post'>;

/** One dispatch of all results 一并出件. What goes by post is served on the day that its receipt will say (民事诉讼法 91). */
export function dispatchResults(
  application: Application,
  request: { readonly method: DispatchMethod; readonly receivedBy: string },
  now: Instant,
): Change<Application, ApplicationEvent> {
  const status = applicationLifecycle.next(application.status, 'dispatch');
  refuseWhenUnmet(
    request.method === 'electronic' && !application.electronicService ? [NOT_AGREED] : [],
    (rules) => intakeRefusals.refuse('service-not-possible', rules),
  );
  const papers = resultPapers(application);
  const { state, events } = withService(
    { ...application, status, dispatchedAt: now },
    request.method === 'post' ? [] : papers,
    { ...request, servedAt: now },
  );
  return {
    state,
    events: [{ type: 'results-dispatched', dispatchedAt: now, papers }, ...events],
  };
}

const NOT_AGREED = unmet(
  'electronic-service-agreed',
  '申请人未同意电子送达，请在窗口或邮寄送达。',
  'The applicant has not agreed to electronic service; serve at the window or by post.',
  { path: 'method' },
);

/** A decision that was quashed, and its licence, are not handed out any more; of a corrected one only the newest is. */
export const resultPapers = ({ papers, quashed = [] }: Application): readonly string[] =>
  papers
    .filter(({ kind }) => kind === 'decision' || kind === 'licence')
    .map(({ number }) => number)
    .filter((number) => !quashed.includes(rootOf(number)))
    .filter((number) => papers.every(({ corrects }) => corrects !== number));

/** Rates the service, once for each application 一事一评. */
export function rate(
  application: Application,
  { stars, remark }: { readonly stars: number; readonly remark?: string },
  now: Instant,
): Change<Application, ApplicationEvent> {
  if (application.status !== 'dispatched' || application.rating !== undefined) {
    throw intakeRefusals.refuse('rating-not-possible');
  }
  return {
    state: {
      ...application,
      rating: { stars, ...(remark !== undefined && { remark }), ratedAt: now },
    },
    events: [{ type: 'service-rated', stars }],
  };
}
