import type { Instant } from '@onewindow/kernel';
import { correctPaper as decide, type PaperCorrection } from '../domain/correct-paper.js';
import { isOfCorrector } from '../domain/who-corrects.js';
import { intakeRefusals } from '../domain/refusals.js';
import { APPLICATION } from './aggregates.js';
import type { Asking, IntakeDependencies } from './ports.js';
import { awaitNumbers } from './tell-numbers.js';

export interface CorrectPaper extends PaperCorrection {
  /** The official number, or the reference. */
  readonly number: string;
}

export interface CorrectedNow {
  readonly reference: string;
  readonly corrects: string;
  readonly issuedAt: Instant;
}

export const correctPaper =
  (deps: IntakeDependencies) =>
  ({ number, ...correction }: CorrectPaper, { actor }: Asking): Promise<CorrectedNow> =>
    deps.transact(async (changes) => {
      const original = await deps.papers.find(number);
      if (original === undefined) throw intakeRefusals.refuse('not-found');
      const application = await changes.load(APPLICATION, original.applicationId);
      const paper = application.papers.find((each) => each.number === original.reference);
      if (paper === undefined || !isOfCorrector(application, paper, actor)) {
        throw intakeRefusals.refuse('not-found');
      }
      const issuedAt = deps.now();
      const change = decide(application, original, correction, issuedAt);
      changes.save(APPLICATION, application.id, change);
      awaitNumbers(changes, change.state, issuedAt);
      const reference = change.state.papers.at(-1)?.number ?? '';
      return { reference, corrects: paper.number, issuedAt };
    });
