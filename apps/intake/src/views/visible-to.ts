import type { FilterQuery } from '@mikro-orm/core';
import { holds, type Actor } from '@onewindow/kernel';
import type { ApplicationRow } from '../adapters/persistence/rows.js';
import type { Application } from '../domain/application.js';

/** The applications that somebody may list; every list, count and search goes through it. */
export function visibleTo(actor: Actor): FilterQuery<ApplicationRow> {
  if (actor.kind !== 'person') return NOTHING;
  if (holds(actor, 'window-clerk', 'auditor')) return { region: actor.region };
  if (!holds(actor, 'applicant')) return NOTHING;
  const own = { applicantAccount: actor.id };
  return actor.organisation === undefined
    ? own
    : { $or: [own, { creditCode: actor.organisation }] };
}

const NOTHING: FilterQuery<ApplicationRow> = { id: { $in: [] } };

/** The same for one application, and besides for the officers of the agencies that decide on it. */
export function maySee(application: Application, actor: Actor): boolean {
  if (actor.kind !== 'person') return false;
  if (isOwn(application, actor)) return true;
  if (application.region !== actor.region) return false;
  if (holds(actor, 'window-clerk', 'auditor')) return true;
  return (
    application.acceptance !== undefined &&
    holds(actor, 'approver', 'inspector', 'decision-officer') &&
    application.items.some(({ decidingAgency }) => decidingAgency === actor.department)
  );
}

export const isOwn = (application: Application, actor: Actor): boolean =>
  actor.kind === 'person' &&
  holds(actor, 'applicant') &&
  (application.applicantAccount === actor.id ||
    application.applicant.creditCode === actor.organisation);
