import { unchanged, type Change } from '@onewindow/kernel';
import type { Application, ApplicationEvent, WithdrawnItem } from './application.js';
import { applicationLifecycle } from './application-lifecycle.js';
import { intakeRefusals } from './refusals.js';
import { completed } from './results.js';

/** The applicant took an item back at the bureau: no result of it will come. With the last item the application is withdrawn. */
export function takeWithdrawal(
  application: Application,
  withdrawn: WithdrawnItem,
): Change<Application, ApplicationEvent> {
  const { items, status, withdrawnItems = [] } = application;
  const { item, withdrawnAt, reason } = withdrawn;
  if (items.every(({ code }) => code !== item)) throw intakeRefusals.refuse('news-of-another-case');
  if (withdrawnItems.some((each) => each.item === item)) return unchanged(application);
  const all = [...withdrawnItems, withdrawn];
  const event: ApplicationEvent = { type: 'item-withdrawn', withdrawn };
  const state = { ...application, withdrawnItems: all };
  if (items.some(({ code }) => all.every((each) => each.item !== code))) {
    return completed({ state, events: [event] });
  }
  return {
    state: {
      ...state,
      status: applicationLifecycle.next(status, 'withdrawEveryItem'),
      withdrawnAt,
    },
    events: [event, { type: 'application-withdrawn', reason }],
  };
}
