import { holds, type Actor } from '@onewindow/kernel';
import type { Need } from './need.js';
import { awardOf, type Project } from './project.js';

/** Whether somebody acts for the enterprise that published the project. */
export const isOwner = ({ owner }: Project, actor: Actor): boolean =>
  actor.kind === 'person' && holds(actor, 'applicant') && actor.organisation === owner.creditCode;

/** Whether somebody acts for the agency that has the award. */
export const isAwarded = (project: Project, actor: Actor): boolean =>
  actor.kind === 'person' &&
  holds(actor, 'intermediary') &&
  actor.organisation !== undefined &&
  actor.organisation === awardOf(project)?.agency.creditCode;

/** Operators work for the market of their own city. */
export const isOperator = (actor: Actor, region: string): boolean =>
  actor.kind === 'person' && holds(actor, 'market-operator') && actor.region === region;

/** Owner, awarded agency and the market's operators: what the parties gave each other is theirs. Everybody else reads what is published. */
export const handles = (project: Project, actor: Actor): boolean =>
  isOwner(project, actor) || isAwarded(project, actor) || isOperator(actor, project.region);

/** The enterprise whose application lacks the report, or the account that filed it. */
export const isNeedOf = (need: Need, actor: Actor): boolean =>
  actor.kind === 'person' &&
  holds(actor, 'applicant') &&
  (need.applicantAccount === actor.id || need.applicant.creditCode === actor.organisation);
