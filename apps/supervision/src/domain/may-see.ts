import { holds, type Actor, type Person } from '@onewindow/kernel';
import type { Handover } from './handover.js';

/** A department's officers see what was handed over to it, auditors of the city see all. */
export const seesDepartment = (actor: Actor, department: string, region: string): boolean =>
  actor.kind === 'person' &&
  actor.region === region &&
  (holds(actor, 'auditor') || isOfficer(actor, department));

/** Only the department's own officers sign for it, and those of no other city. */
export const maySign = (actor: Actor, { department }: Handover, region: string): boolean =>
  isOfficer(actor, department) && actor.region === region;

const isOfficer = (actor: Actor, department: string): actor is Person =>
  actor.kind === 'person' && holds(actor, 'supervisor') && actor.department === department;
