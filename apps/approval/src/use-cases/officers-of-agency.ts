import type { Actor, Changes, Person } from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import { isOfficerOf } from '../domain/officers.js';
import { officerKind, type Officer } from '../domain/officers/officer.js';

/** An officer as somebody of the same agency finds them; those of others are not there. */
export async function officerFor(
  changes: Changes,
  account: string,
  may: (officer: Officer) => boolean,
): Promise<Officer> {
  const officer = await changes.find(officerKind, account);
  if (officer === undefined || !may(officer)) throw approvalRefusals.refuse('officer-not-found');
  return officer;
}

/** For the head of the officer's agency. */
export async function headOf(
  changes: Changes,
  account: string,
  actor: Actor,
): Promise<{ readonly officer: Officer; readonly person: Person }> {
  const officer = await officerFor(changes, account, ({ agency }) =>
    isOfficerOf(actor, agency, 'agency-head'),
  );
  if (actor.kind !== 'person') throw approvalRefusals.refuse('officer-not-found');
  return { officer, person: actor };
}
