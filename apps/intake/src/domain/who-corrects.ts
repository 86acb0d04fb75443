import { holds, type Actor } from '@onewindow/kernel';
import type { Application, IssuedPaper } from './application.js';
import { rootOf } from './correct-paper.js';

/** Whether somebody may correct a paper now: of several corrections only the newest, and none of a decision that was quashed. */
export const mayCorrect = (application: Application, paper: IssuedPaper, actor: Actor): boolean =>
  isOfCorrector(application, paper, actor) &&
  application.papers.every(({ corrects }) => corrects !== paper.number) &&
  application.quashed?.includes(rootOf(paper.number)) !== true;

const OF_THE_WINDOW: ReadonlySet<IssuedPaper['kind']> = new Set([
  'acceptance-receipt',
  'correction-notice',
  'non-acceptance-notice',
]);

/** A decision officer of the agency corrects clerical errors of its paper, a clerk those of the window's own. */
export function isOfCorrector(
  { region, items }: Application,
  paper: IssuedPaper,
  actor: Actor,
): boolean {
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
