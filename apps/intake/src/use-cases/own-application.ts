import type { Actor, Changes, Person } from '@onewindow/kernel';
import type { Application } from '../domain/application.js';
import { intakeRefusals } from '../domain/refusals.js';
import { APPLICATION } from './aggregates.js';

/** The person behind a command; a command without one is nobody's. */
export function personOf(actor: Actor): Person {
  if (actor.kind !== 'person') throw intakeRefusals.refuse('not-found');
  return actor;
}

/** An applicant acts on the applications of its own account or organisation only; others do not exist for it. */
export async function loadOwn(changes: Changes, id: string, actor: Actor): Promise<Application> {
  const application = await changes.find(APPLICATION, id);
  const person = personOf(actor);
  const own =
    application !== undefined &&
    (application.applicantAccount === person.id ||
      application.applicant.creditCode === person.organisation);
  if (!own) throw intakeRefusals.refuse('not-found');
  return application;
}

/** A window clerk acts on the applications of its own city. */
export async function loadForWindow(
  changes: Changes,
  id: string,
  actor: Actor,
): Promise<Application> {
  const application = await changes.find(APPLICATION, id);
  if (application?.region !== personOf(actor).region) throw intakeRefusals.refuse('not-found');
  return application;
}
