import type { Actor, Changes, Person } from '@onewindow/kernel';
import type { Agency } from '../domain/agency.js';
import { isAwarded, isOperator, isOwner } from '../domain/may-see.js';
import type { Project } from '../domain/project.js';
import { marketRefusals } from '../domain/refusals.js';
import type { SignUpRegister } from '../domain/sign-up-register.js';
import { AGENCY, PROJECT, SIGN_UP_REGISTER } from './aggregates.js';

/** The person behind a command; a command without one is nobody's. */
export function personOf(actor: Actor): Person {
  if (actor.kind !== 'person') throw marketRefusals.refuse('not-found');
  return actor;
}

/** The agency that somebody acts for. */
export async function ownAgency(changes: Changes, actor: Actor): Promise<Agency> {
  const { organisation } = personOf(actor);
  const agency = organisation === undefined ? undefined : await changes.find(AGENCY, organisation);
  if (agency === undefined) throw marketRefusals.refuse('agency-not-registered');
  return agency;
}

async function projectWhere(
  changes: Changes,
  projectNumber: string,
  fits: (project: Project) => boolean,
): Promise<Project> {
  const project = await changes.find(PROJECT, projectNumber);
  if (project === undefined || !fits(project)) throw marketRefusals.refuse('not-found');
  return project;
}

export const anyProject = (changes: Changes, projectNumber: string): Promise<Project> =>
  projectWhere(changes, projectNumber, () => true);

export const ownProject = (changes: Changes, projectNumber: string, actor: Actor) =>
  projectWhere(changes, projectNumber, (project) => isOwner(project, actor));

export const awardedProject = (changes: Changes, projectNumber: string, actor: Actor) =>
  projectWhere(changes, projectNumber, (project) => isAwarded(project, actor));

export const operatedProject = (changes: Changes, projectNumber: string, actor: Actor) =>
  projectWhere(changes, projectNumber, ({ region }) => isOperator(actor, region));

/** Every project has one. */
export const registerOf = (changes: Changes, projectNumber: string): Promise<SignUpRegister> =>
  changes.load(SIGN_UP_REGISTER, projectNumber);
