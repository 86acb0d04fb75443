import type { FilterQuery } from '@mikro-orm/core';
import { holds, type Actor, type Person } from '@onewindow/kernel';
import type { ApplicationRow } from '../adapters/persistence/rows.js';
import type { Application } from '../domain/application.js';

/** The applications that somebody may list; every list, count and search goes through it. */
export function visibleTo(actor: Actor): FilterQuery<ApplicationRow> {
  if (actor.kind !== 'person') return NOTHING;
  const { id, organisation, region } = actor;
  const visible: FilterQuery<ApplicationRow>[] = [
    ...(holds(actor, 'window-clerk', 'auditor') ? [{ region }] : []),
    ...(holds(actor, 'applicant') ? [{ applicantAccount: id }] : []),
    ...(holds(actor, 'applicant') && organisation !== undefined
      ? [{ creditCode: organisation }]
      : []),
  ];
  return visible.length === 0 ? NOTHING : { $or: visible };
}

const NOTHING: FilterQuery<ApplicationRow> = { id: { $in: [] } };

/** The same for one application, and besides for the officers of the agencies that decide on it. */
export const maySee = (application: Application, actor: Actor): boolean =>
  handles(application, actor) ||
  (actor.kind === 'person' && holds(actor, 'auditor') && application.region === actor.region);

/** Whose application it is, or whose office has to do with it: only they need to reach the applicant. */
export const handles = (application: Application, actor: Actor): boolean =>
  isOwn(application, actor) ||
  (actor.kind === 'person' &&
    application.region === actor.region &&
    (holds(actor, 'window-clerk') || isOfDecidingAgency(application, actor)));

/** Who holds the receipts: the applicant, and the window that prints them. */
export const handsOut = (application: Application, actor: Actor): boolean =>
  isOwn(application, actor) ||
  (actor.kind === 'person' && holds(actor, 'window-clerk') && application.region === actor.region);

/** Of the agency that an item was applied for at, or of that which decides it after a first review (许可法 35). */
const isOfDecidingAgency = (
  { acceptance, items, handedUp = [] }: Application,
  actor: Person,
): boolean =>
  acceptance !== undefined &&
  holds(actor, 'approver', 'inspector', 'decision-officer', 'agency-head') &&
  (items.some(({ decidingAgency }) => decidingAgency === actor.department) ||
    handedUp.some(({ to }) => to === actor.department));

export const isOwn = (application: Application, actor: Actor): boolean =>
  actor.kind === 'person' &&
  holds(actor, 'applicant') &&
  (application.applicantAccount === actor.id ||
    application.applicant.creditCode === actor.organisation);
