import { createHash } from 'node:crypto';
import { busRefusals } from '@onewindow/bus';
import type { Person } from '@onewindow/kernel';

const FORM = /^[\x21-\x7e]{8,100}$/;

/**
 * The key that the services see. It is derived from the person too: two people who happen to choose the same key must never get each
 * other's answers.
 */
export function scopedKey(given: string | readonly string[] | undefined, person: Person): string {
  if (typeof given !== 'string' || !FORM.test(given)) {
    throw busRefusals.refuse('idempotency-key-needed');
  }
  return createHash('sha256').update(person.id).update('\n').update(given).digest('hex');
}
