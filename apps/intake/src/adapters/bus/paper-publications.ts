import { PaperNumberedV1, PaperServedV1 } from '@onewindow/contracts';
import { publish } from '@onewindow/journal';
import type { Application, ServiceRecord } from '../../domain/application.js';
import { rootOf } from '../../domain/correct-paper.js';

/** Of a decision somebody has to know: terms run from its service. While it has no number, its service is told with the number. */
export function servedPaper(application: Application, reference: string, record: ServiceRecord) {
  const told = decisionPaper(application, reference);
  if (told?.number === undefined) return [];
  const { number, service: _, ...paper } = told;
  const { servedAt, method: how } = record;
  return publish(PaperServedV1, { ...paper, number, servedAt, how });
}

export function numberedPaper(application: Application, reference: string) {
  const told = decisionPaper(application, reference);
  if (told?.number === undefined) return [];
  const { number, service, ...paper } = told;
  return service === undefined
    ? [publish(PaperNumberedV1, { ...paper, number })]
    : [
        publish(PaperServedV1, {
          ...paper,
          number,
          servedAt: service.servedAt,
          how: service.method,
        }),
      ];
}

function decisionPaper({ id, acceptance, papers }: Application, reference: string) {
  const paper = papers.find(({ number }) => number === reference);
  if (paper?.kind !== 'decision' || paper.item === undefined || acceptance === undefined) {
    return undefined;
  }
  const { item, officialNumber: number, service } = paper;
  return {
    applicationId: id,
    caseNumber: acceptance.caseNumber,
    item,
    decision: rootOf(reference),
    paper: reference,
    number,
    service,
  };
}
