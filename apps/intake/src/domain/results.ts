import { unchanged, type Change, type Instant } from '@onewindow/kernel';
import type {
  Application,
  ApplicationEvent,
  IssuedPaper,
  ItemResult,
  ServiceMethod,
  TrackTerm,
} from './application.js';
import { applicationLifecycle } from './application-lifecycle.js';
import { issue, issueAll, withService } from './papers.js';
import { intakeRefusals } from './refusals.js';

/** The bureau's dates for the tracks: after a suspension they differ from those of the receipt. */
export function announceTerms(
  application: Application,
  tracks: readonly TrackTerm[],
): Change<Application, ApplicationEvent> {
  const renewed = new Map(tracks.map((track) => [track.item, track]));
  return {
    state: {
      ...application,
      tracks: application.tracks.map((track) => renewed.get(track.item) ?? track),
    },
    events: [{ type: 'term-announced', tracks }],
  };
}

/** One track's date moved: its suspension ended. */
export function renewTerm(
  application: Application,
  { item, statutory }: Pick<TrackTerm, 'item' | 'statutory'>,
): Change<Application, ApplicationEvent> {
  return announceTerms(
    application,
    application.tracks
      .filter((track) => track.item === item)
      .map((track) => ({ ...track, statutory })),
  );
}

/** The written notice of a special procedure 特别程序 reaches the applicant (许可法 45). */
export const issueNotice = (
  application: Application,
  notice: Omit<IssuedPaper, 'kind' | 'title' | 'service'>,
) => issue(application, { ...notice, kind: 'special-procedure-notice', title: '特别程序告知书' });

/** A decision came from the bureau: it and its licence are issued to the applicant. */
export function receiveResult(
  application: Application,
  result: ItemResult,
): Change<Application, ApplicationEvent> {
  if (application.results.some(({ item }) => item === result.item)) return unchanged(application);
  const { decision, licence, item, itemName } = result;
  const common = { issuedBy: decision.agencyName, issuedAt: decision.decidedAt, item };
  const title = decision.outcome === 'granted' ? '准予行政许可决定书' : '不予行政许可决定书';
  const issued = issueAll({ ...application, results: [...application.results, result] }, [
    { ...common, number: decision.number, kind: 'decision', title: `${title}（${itemName}）` },
    ...(licence
      ? [{ ...common, number: licence.number, kind: 'licence' as const, title: licence.name }]
      : []),
  ]);
  return {
    state: issued.state,
    events: [{ type: 'result-received', item, outcome: decision.outcome }, ...issued.events],
  };
}

/** Every track is decided: the results can be handed out together. */
export function completeResults(
  application: Application,
  decidedAt: Instant,
): Change<Application, ApplicationEvent> {
  if (application.status !== 'accepted') return unchanged(application);
  return {
    state: { ...application, status: applicationLifecycle.next(application.status, 'decide') },
    events: [{ type: 'results-complete', decidedAt }],
  };
}

/** One dispatch of all results 一并出件. */
export function dispatchResults(
  application: Application,
  request: { readonly method: ServiceMethod; readonly receivedBy: string },
  now: Instant,
): Change<Application, ApplicationEvent> {
  const status = applicationLifecycle.next(application.status, 'dispatch');
  const papers = resultPapers(application);
  const served = withService({ ...application, status, dispatchedAt: now }, papers, {
    ...request,
    servedAt: now,
  });
  return {
    state: served.state,
    events: [{ type: 'results-dispatched', dispatchedAt: now, papers }, ...served.events],
  };
}

export const resultPapers = ({ papers }: Application): readonly string[] =>
  papers
    .filter(({ kind }) => kind === 'decision' || kind === 'licence')
    .map(({ number }) => number);

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
