import type { Changes, Instant } from '@onewindow/kernel';
import type { Application, ItemResult, WithdrawnItem } from '../domain/application.js';
import { servePaper as decideService, type ServiceToRecord } from '../domain/serve-paper.js';
import {
  announceTerms as decideTerms,
  noteCaseDecided as decideCaseDecided,
  dispatchResults as decideDispatch,
  issueNotice as decideNotice,
  rate,
  renewTerm as decideRenewal,
  receiveResult as decideResult,
  resultPapers,
  takeExtension as decideExtension,
  type AnnouncedTerms,
  type DispatchMethod,
  type ExtensionTold,
} from '../domain/results.js';
import { takeRuling } from '../domain/publication.js';
import type { Protection, PublicationRuling } from '../domain/publication-ruling.js';
import { reopenItem as decideReopening, type ReopenedItem } from '../domain/reopening.js';
import { takeTransfer, type TransferTold } from '../domain/handed-up.js';
import { takeWithdrawal } from '../domain/withdrawn-items.js';
import { intakeRefusals } from '../domain/refusals.js';
import type { WireDate } from '../domain/terms.js';
import { APPLICATION } from './aggregates.js';
import { loadForWindow, loadOwn } from './own-application.js';
import type { Asking, IntakeDependencies } from './ports.js';
import { awaitNumbers } from './tell-numbers.js';

type Decide<Told> = (
  application: Application,
  told: Told,
  now: Instant,
) => ReturnType<typeof decideTerms>;

/** What the bureau tells of a case is taken into the accepted application that it came from. */
const takeIn =
  <Request extends { readonly applicationId: string }, Told>(
    told: (request: Request) => Told,
    decide: Decide<Told>,
  ) =>
  ({ transact, now }: Pick<IntakeDependencies, 'transact' | 'now'>) =>
  (request: Request): Promise<void> =>
    transact(async (changes) => {
      const application = await changes.load(APPLICATION, request.applicationId);
      if (application.acceptance === undefined) throw intakeRefusals.refuse('news-of-another-case');
      const at = now();
      const change = decide(application, told(request), at);
      changes.save(APPLICATION, application.id, change);
      if (change.state.papers.length > application.papers.length) {
        awaitNumbers(changes, change.state, at);
      }
    });

interface Of {
  readonly applicationId: string;
}

export const announceTerms = takeIn(
  (request: Of & AnnouncedTerms): AnnouncedTerms => request,
  decideTerms,
);

/** The dates of one track moved, with a suspension or with a calendar. */
export const renewTerm = takeIn(
  ({
    item,
    statutory,
    promised,
  }: Of & {
    readonly item?: string;
    readonly statutory: WireDate;
    readonly promised?: WireDate;
  }) => ({ ...(item !== undefined && { item }), statutory, ...(promised && { promised }) }),
  decideRenewal,
);

export interface ToldResult extends Of {
  readonly result: ItemResult;
  /** What is withheld from its publication. */
  readonly protection?: readonly Protection[];
}

export const receiveResult = takeIn(
  (request: ToldResult) => request,
  (application, { result, protection }, now) => {
    const received = decideResult(application, result, now);
    if (protection === undefined || received.events.length === 0) return received;
    const { number: decision, decidedAt: ruledAt } = result.decision;
    const ruled = takeRuling(received.state, { decision, ruledAt, protection });
    return { state: ruled.state, events: [...received.events, ...ruled.events] };
  },
);

/** The agency ruled anew on what is published of its decision. */
export const ruleOnPublication = takeIn(
  ({ applicationId: _, ...told }: Of & PublicationRuling & { readonly decision: string }) => told,
  takeRuling,
);

export const reopenItem = takeIn(
  ({ applicationId: _, ...told }: Of & ReopenedItem): ReopenedItem => told,
  decideReopening,
);

export const withdrawItem = takeIn(
  (request: Of & { readonly withdrawn: WithdrawnItem }) => request.withdrawn,
  takeWithdrawal,
);

export const handUp = takeIn(
  ({ applicationId: _, ...told }: Of & TransferTold): TransferTold => told,
  takeTransfer,
);

export const noteCaseDecided = takeIn(
  (request: Of & { readonly decidedAt: Instant }) => request.decidedAt,
  decideCaseDecided,
);

export const issueNotice = takeIn(
  (request: Of & { readonly notice: Parameters<typeof decideNotice>[1] }) => request.notice,
  decideNotice,
);

export const takeExtension = takeIn(
  (request: Of & { readonly told: ExtensionTold }) => request.told,
  decideExtension,
);

export type ServePaper = Of & ServiceToRecord;

export const servePaper =
  ({ transact, now }: IntakeDependencies) =>
  ({ applicationId, ...told }: ServePaper, { actor }: Asking): Promise<{ servedAt: Instant }> =>
    transact(async (changes) => {
      const at = now();
      const application = await loadForWindow(changes, applicationId, actor);
      const change = decideService(application, told, at);
      changes.save(APPLICATION, application.id, change);
      awaitNumbers(changes, change.state, at);
      const served = change.state.papers.find(({ number }) => number === told.paperNumber);
      return { servedAt: served?.service?.servedAt ?? at };
    });

export interface DispatchResults extends Of {
  readonly method: DispatchMethod;
  readonly receivedBy: string;
}

/** All results of an application leave the window at once 一口出. */
export const dispatchResults =
  ({ transact, now }: IntakeDependencies) =>
  (
    { applicationId, ...how }: DispatchResults,
    { actor }: Asking,
  ): Promise<{ dispatchedAt: Instant; papers: string[] }> =>
    transact(async (changes: Changes) => {
      const dispatchedAt = now();
      const application = await loadForWindow(changes, applicationId, actor);
      const change = decideDispatch(application, how, dispatchedAt);
      changes.save(APPLICATION, applicationId, change);
      awaitNumbers(changes, change.state, dispatchedAt);
      return { dispatchedAt, papers: [...resultPapers(application)] };
    });

export interface RateService extends Of {
  readonly stars: number;
  readonly remark?: string;
}

export const rateService =
  ({ transact, now }: IntakeDependencies) =>
  ({ applicationId, ...rating }: RateService, { actor }: Asking): Promise<{ ratedAt: Instant }> =>
    transact(async (changes) => {
      const ratedAt = now();
      const application = await loadOwn(changes, applicationId, actor);
      changes.save(APPLICATION, applicationId, rate(application, rating, ratedAt));
      return { ratedAt };
    });
