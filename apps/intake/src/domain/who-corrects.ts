import { holds, type Actor } from '@onewindow/kernel';
import type { Application, IssuedPaper } from './application.js';
import { rootOf, unmetOfStanding } from './correct-paper.js';

/** Whether somebody may correct a paper now. */
export const mayCorrect = (application: Application, paper: IssuedPaper, actor: Actor): boolean =>
  isOfCorrector(application, paper, actor) && unmetOfStanding(application, paper).length === 0;

const OF_THE_WINDOW: ReadonlySet<IssuedPaper['kind']> = new Set([
  'acceptance-receipt',
  'correction-notice',
  'non-acceptance-notice',
]);

/** A decision officer of the agency corrects clerical errors of its paper, a clerk those of the window's own. */
export function isOfCorrector(application: Application, paper: IssuedPaper, actor: Actor): boolean {
  if (actor.kind !== 'person' || actor.region !== application.region) return false;
  if (OF_THE_WINDOW.has(paper.kind)) return holds(actor, 'window-clerk');
  return (
    holds(actor, 'decision-officer') &&
    application.items.some(
      (item) =>
        (paper.item === undefined || item.code === paper.item) &&
        agencyBehind(application, item, paper) === actor.department,
    )
  );
}

/** Once the first review was reported, what is issued on the item is of the agency that decides it (许可法 35); what was issued before stays of the first. */
function agencyBehind(
  { papers, handedUp = [] }: Application,
  { code, decidingAgency }: Application['items'][number],
  { number, issuedAt }: IssuedPaper,
): string {
  const root = papers.find((each) => each.number === rootOf(number));
  const since = root?.issuedAt ?? issuedAt;
  return handedUp.find(({ item, at }) => item === code && at <= since)?.to ?? decidingAgency;
}
