import { PaperNumberedV1, PaperServedV1, ResultsDispatchedV1 } from '@onewindow/contracts';
import { publish } from '@onewindow/journal';
import { legalDateAt } from '@onewindow/kernel';
import type { Application } from '../../domain/application.js';
import { rootOf } from '../../domain/correct-paper.js';
import { servicesOfLicences } from '../../domain/licence-services.js';
import { revisionOf } from '../../domain/serve-paper.js';

/**
 * What is told of the paper of a decision once it has its number: that it was served, for terms run from that, or that nothing but
 * its number is known yet. Of other papers, and of one without a number, nothing.
 */
export function decisionPaperNews({ id, acceptance, papers }: Application, reference: string) {
  const paper = papers.find(({ number }) => number === reference);
  if (paper?.kind !== 'decision' || paper.item === undefined || acceptance === undefined) return [];
  const { item, officialNumber: number, service } = paper;
  if (number === undefined) return [];
  const told = {
    applicationId: id,
    caseNumber: acceptance.caseNumber,
    item,
    decision: rootOf(reference),
    paper: reference,
    number,
  };
  if (service === undefined) return [publish(PaperNumberedV1, told)];
  const { servedAt, method: how } = service;
  const revision = revisionOf(service);
  return [
    publish(PaperServedV1, {
      ...told,
      servedAt,
      servedOn: legalDateAt(servedAt),
      ...(revision > 0 && { revision }),
      how,
    }),
  ];
}

/** The case can be closed, and its licences were served then; told again whenever that is known better. */
export function dispatchNews(application: Application) {
  const { id: applicationId, acceptance, dispatchedAt } = application;
  if (acceptance === undefined || dispatchedAt === undefined) return [];
  const { caseNumber } = acceptance;
  const licences = servicesOfLicences(application);
  return [publish(ResultsDispatchedV1, { applicationId, caseNumber, dispatchedAt, licences })];
}

/** What was served with the dispatch is told with it, and what was served before waits to be told then. */
export function paperServedNews(
  { number, withDispatch }: { readonly number: string; readonly withDispatch?: true },
  application: Application,
) {
  const paper = application.papers.find((each) => each.number === number);
  if (paper?.kind !== 'licence') return decisionPaperNews(application, number);
  return withDispatch === true ? [] : dispatchNews(application);
}
