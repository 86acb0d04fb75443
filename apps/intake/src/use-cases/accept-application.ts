import type { Instant } from '@onewindow/kernel';
import { accept, acceptBySilence as decideBySilence } from '../domain/acceptance.js';
import type { TrackTerm } from '../domain/application.js';
import { followReports } from '../domain/reports.js';
import { ANSWER_DEADLINE, APPLICATION } from './aggregates.js';
import { drawCaseNumber, drawPaperNumber } from './numbering.js';
import { loadForWindow } from './own-application.js';
import type { Asking, DeadlinePassed, IntakeDependencies } from './ports.js';
import { WINDOW } from './window.js';

export interface Accepted {
  readonly caseNumber: string;
  readonly receiptNumber: string;
  readonly acceptedAt: Instant;
  readonly tracks: TrackTerm[];
}

/** The clerk accepts; the receipt carries the case number and the date of every item. */
export const acceptApplication =
  (deps: IntakeDependencies) =>
  ({ applicationId }: { readonly applicationId: string }, { actor }: Asking): Promise<Accepted> =>
    deps.transact(async (changes) => {
      const at = deps.now();
      const application = await loadForWindow(changes, applicationId, actor);
      const numbers = await drawNumbers(deps, at);
      const change = accept(application, numbers, at, deps.calendar());
      changes.save(APPLICATION, applicationId, followReports(change, at));
      changes.disarm(APPLICATION, applicationId, ANSWER_DEADLINE);
      const { acceptance, tracks } = change.state;
      return { ...numbers, acceptedAt: acceptance?.acceptedAt ?? at, tracks: [...tracks] };
    });

/** The term for an answer passed: what the law makes of it is recorded (许可法 32(四)). */
export const acceptBySilence =
  (deps: IntakeDependencies) =>
  ({ applicationId, legal }: DeadlinePassed): Promise<void> =>
    deps.transact(async (changes) => {
      const recorded = deps.now();
      const application = await changes.load(APPLICATION, applicationId);
      const change = decideBySilence(
        application,
        await drawNumbers(deps, recorded),
        { legal, recorded },
        deps.calendar(),
      );
      changes.save(APPLICATION, applicationId, followReports(change, recorded));
    });

async function drawNumbers({ numbers, region }: IntakeDependencies, at: Instant) {
  const [caseNumber, receiptNumber] = await Promise.all([
    drawCaseNumber(numbers, region, at),
    drawPaperNumber(numbers, 'acceptance-receipt', at),
  ]);
  return { caseNumber, receiptNumber, issuedBy: WINDOW };
}
