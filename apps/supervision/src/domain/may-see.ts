import { holds, type Actor } from '@onewindow/kernel';
import type { Handover } from './handover.js';

/** A department's officers see what was handed over to it, auditors of the city see all. */
export const seesDepartment = (actor: Actor, department: string, region: string): boolean =>
  actor.kind === 'person' &&
  actor.region === region &&
  (holds(actor, 'auditor') || (holds(actor, 'supervisor') && actor.department === department));

/** Only the department's own officers sign for it. */
export const isOfDepartment = (handover: Handover, actor: Actor): boolean =>
  holds(actor, 'supervisor') && actor.kind === 'person' && actor.department === handover.department;
