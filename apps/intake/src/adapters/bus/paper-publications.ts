import { PaperNumberedV1, PaperServedV1 } from '@onewindow/contracts';
import { publish } from '@onewindow/journal';
import type { Application } from '../../domain/application.js';
import { rootOf } from '../../domain/correct-paper.js';

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
  return [publish(PaperServedV1, { ...told, servedAt, how })];
}
