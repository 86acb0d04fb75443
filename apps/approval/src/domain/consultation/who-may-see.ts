import { holds, type Actor, type Person } from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import { isOfficerOf } from '../officers.js';
import { AGENCY_ROLES } from '../case/visible-to.js';
import type { Consultation } from './consultation.js';

/** Who speaks for a department that is asked: its own officers, whether it decides items or only supervises. */
export const ANSWERING_ROLES = ['approver', 'supervisor'] as const;

type Place = Pick<Consultation, 'region' | 'agency' | 'requests'>;

/** All of it is for the agency that asks, and for auditors. */
export const seesWholeConsultation = ({ region, agency }: Place, actor: Actor): boolean =>
  actor.kind === 'person' &&
  actor.region === region &&
  (isOfficerOf(actor, agency, ...AGENCY_ROLES) || holds(actor, 'auditor'));

/** A department sees what it was asked, and what it said itself. */
export const wasAsked = ({ region, requests }: Place, actor: Actor): boolean =>
  actor.kind === 'person' &&
  actor.region === region &&
  holds(actor, ...ANSWERING_ROLES) &&
  requests.some(({ department }) => department === actor.department);

/** The officer who answers, and the department that answers through him. To everybody else nothing was asked. */
export function requireAskedOfficer(
  consultation: Place,
  actor: Actor,
): { readonly officer: Person; readonly department: string } {
  if (actor.kind === 'person' && actor.department !== undefined && wasAsked(consultation, actor)) {
    return { officer: actor, department: actor.department };
  }
  throw approvalRefusals.refuse('not-consulted');
}
