import type { Change } from '@onewindow/kernel';
import type { Application, ApplicationEvent, ItemReopening, TrackTerm } from './application.js';
import { applicationLifecycle } from './application-lifecycle.js';
import { intakeRefusals } from './refusals.js';
import { renewTerm } from './results.js';

export interface ReopenedItem extends Pick<TrackTerm, 'statutory' | 'promised'> {
  readonly reopening: ItemReopening;
}

/**
 * A higher body or a court quashed a decision (行政复议法 64, 行政诉讼法 70): its result is no result any more, and the
 * application waits for the new one. Its papers stay on file and are not handed out again.
 */
export function reopenItem(
  application: Application,
  { reopening, ...terms }: ReopenedItem,
): Change<Application, ApplicationEvent> {
  const { item, quashedDecision, annulledLicence, reopenedAt } = reopening;
  if (application.items.every(({ code }) => code !== item)) {
    throw intakeRefusals.refuse('news-of-another-case');
  }
  const { quashed = [], status, caseDecidedAt: _, dispatchedAt: __, ...kept } = application;
  if (quashed.includes(quashedDecision)) return { state: application, events: [] };
  const isWaiting = status === 'accepted';
  const renewed = renewTerm(
    {
      ...kept,
      status: isWaiting ? status : applicationLifecycle.next(status, 'reopen'),
      results: application.results.filter(({ decision }) => decision.number !== quashedDecision),
      reopenedAt,
      quashed: [...quashed, quashedDecision, ...(annulledLicence ? [annulledLicence] : [])],
    },
    { item, ...terms },
  );
  return {
    state: renewed.state,
    events: [{ type: 'item-reopened', reopening }, ...renewed.events],
  };
}
