import type { Instant } from '@onewindow/kernel';
import type { Application, IssuedPaper } from './application.js';
import { rootOf } from './correct-paper.js';
import { revisionOf } from './serve-paper.js';

/** A licence as the bureau numbered it, and its service once that is known. */
export interface ServiceOfLicence {
  readonly licence: string;
  readonly servedAt?: Instant;
  readonly revision: number;
}

/** The first paper of a licence that reached its holder counts: one that corrects clerical errors of it does not serve it later. */
export function servicesOfLicences({ papers, quashed = [] }: Application): ServiceOfLicence[] {
  const licences = papers.filter(({ kind }) => kind === 'licence');
  return [...Map.groupBy(licences, ({ number }) => rootOf(number))]
    .filter(([licence]) => !quashed.includes(licence))
    .map(([licence, papersOf]) => serviceOf(licence, papersOf));
}

function serviceOf(licence: string, papers: readonly IssuedPaper[]): ServiceOfLicence {
  const services = papers.flatMap(({ service }) => (service === undefined ? [] : [service]));
  const [servedAt] = services.map((service) => service.servedAt).sort();
  return {
    licence,
    ...(servedAt && { servedAt }),
    revision: services.reduce((sum, service) => sum + 1 + revisionOf(service), 0),
  };
}
