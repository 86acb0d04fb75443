import { holds, type Actor, type Instant } from '@onewindow/kernel';
import type { Application, IssuedPaper } from '../domain/application.js';
import { correctPaper as decide, type PaperCorrection } from '../domain/correct-paper.js';
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

/** A decision officer of the agency corrects clerical errors of its paper, a clerk those of the window's own. */
export const correctPaper =
  (deps: IntakeDependencies) =>
  ({ number, ...correction }: CorrectPaper, { actor }: Asking): Promise<CorrectedNow> =>
    deps.transact(async (changes) => {
      const original = await deps.papers.find(number);
      if (original === undefined) throw intakeRefusals.refuse('not-found');
      const application = await changes.load(APPLICATION, original.applicationId);
      const paper = application.papers.find((each) => each.number === original.reference);
      if (paper === undefined || !mayCorrect(application, paper, actor)) {
        throw intakeRefusals.refuse('not-found');
      }
      const issuedAt = deps.now();
      const change = decide(application, original, correction, issuedAt);
      changes.save(APPLICATION, application.id, change);
      awaitNumbers(changes, change.state, issuedAt);
      const reference = change.state.papers.at(-1)?.number ?? '';
      return { reference, corrects: paper.number, issuedAt };
    });

const OF_THE_WINDOW: ReadonlySet<IssuedPaper['kind']> = new Set([
  'acceptance-receipt',
  'correction-notice',
  'non-acceptance-notice',
]);

function mayCorrect({ region, items }: Application, paper: IssuedPaper, actor: Actor): boolean {
  if (actor.kind !== 'person' || actor.region !== region) return false;
  if (OF_THE_WINDOW.has(paper.kind)) return holds(actor, 'window-clerk');
  return (
    holds(actor, 'decision-officer') &&
    items.some(
      ({ code, decidingAgency }) =>
        (paper.item === undefined || code === paper.item) && decidingAgency === actor.department,
    )
  );
}
