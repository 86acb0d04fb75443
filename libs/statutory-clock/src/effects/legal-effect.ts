import { endOfDay } from '@onewindow/kernel';
import type { Instant, LegalDate, Message } from '@onewindow/kernel';
import type { DueDate } from '../clock/derive-clock.js';

export type EffectKind =
  'accepted-by-silence' | 'renewed-by-silence' | 'correction-missed' | 'permit-lapsed';

/** What the law attaches to a term that passed. Recording it late changes none of its dates. */
export interface LegalEffect {
  readonly kind: EffectKind;
  readonly article: string;
  /** When the law made it so; whoever records it adds when that was recorded. */
  readonly becameSoAt: Instant;
  /** From which day it counts: silence accepts back to the day of receipt. */
  readonly countsFrom: LegalDate;
  readonly follows: Message;
}

/** A term, and whether what it is for was done. */
export interface PassedTerm {
  readonly due: DueDate;
  readonly doneOn: LegalDate | null;
  readonly now: Instant;
}

/** When the term passed without the act, or null: still running, halted, open, or done in time. */
export function passedAt({ due, doneOn, now }: PassedTerm): Instant | null {
  if (due.kind !== 'date') return null;
  if (doneOn !== null && doneOn <= due.date) return null;
  const over = endOfDay(due.date);
  return now < over ? null : over;
}
