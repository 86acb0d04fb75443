import { legalDateAt, startOfDay, type Changes, type Instant } from '@onewindow/kernel';
import type { Implementation } from '../domain/catalogue/implementation.js';
import {
  contentOf,
  editionOfImplementationId,
  editionThatHolds,
  keepEdition,
  publishForLater,
  publishNow,
  putEditionInForce,
  retireEdition,
  takeEditionInto,
  type ImplementationEdition,
  type NextEdition,
  type StoredImplementation,
} from '../domain/catalogue/implementation-edition.js';
import { IMPLEMENTATION, IMPLEMENTATION_EDITION, IN_FORCE_DEADLINE } from './aggregates.js';

/** Keeps the next edition: it holds at once, or waits for its day. Returns its number. */
export async function keepNext(
  changes: Changes,
  stored: StoredImplementation | undefined,
  next: NextEdition,
): Promise<number> {
  const { id, content, inForceFrom, by } = next;
  const waits = inForceFrom > legalDateAt(by.at);
  const change = waits ? publishForLater(stored, next) : publishNow(stored, next);
  const { latest: number } = change.state;
  if (!waits && stored !== undefined) await retireWhatHolds(changes, stored, number, by.at);
  const kept = keepEdition(number, next);
  if (waits) {
    changes.create(IMPLEMENTATION_EDITION, kept.state.id, kept);
    const deadline = { kind: IN_FORCE_DEADLINE, dueAt: startOfDay(inForceFrom) };
    changes.arm(IMPLEMENTATION_EDITION, kept.state.id, deadline);
  } else if (content === undefined) {
    // Where a district stops, only the edition says why.
    const { state } = putEditionInForce(kept.state, by.at);
    changes.create(IMPLEMENTATION_EDITION, state.id, { ...kept, state });
  }
  if (stored === undefined) changes.create(IMPLEMENTATION, id, change);
  else changes.save(IMPLEMENTATION, id, change);
  return number;
}

/** Puts an edition that waited in the place of the one before it. */
export async function enterEdition(
  changes: Changes,
  stored: StoredImplementation,
  edition: ImplementationEdition,
  at: Instant,
): Promise<void> {
  await retireWhatHolds(changes, stored, edition.number, at);
  changes.save(IMPLEMENTATION_EDITION, edition.id, putEditionInForce(edition, at));
  changes.save(IMPLEMENTATION, stored.id, takeEditionInto(stored, edition, at));
}

async function retireWhatHolds(
  changes: Changes,
  stored: StoredImplementation,
  number: number,
  at: Instant,
): Promise<void> {
  const holding = editionThatHolds(stored);
  if (holding === undefined) return;
  const row = await changes.find(IMPLEMENTATION_EDITION, holding.id);
  const retired = retireEdition(row ?? holding, `第 ${number} 版施行`, at);
  if (row === undefined) changes.create(IMPLEMENTATION_EDITION, holding.id, retired);
  else changes.save(IMPLEMENTATION_EDITION, holding.id, retired);
}

/** What the latest edition says, be it in force or waiting; undefined: that the district does not handle the item. */
export async function latestContent(
  changes: Changes,
  stored: StoredImplementation | undefined,
): Promise<Implementation | undefined> {
  if (stored === undefined || stored.latest === stored.holds?.edition) return contentOf(stored);
  const id = editionOfImplementationId(stored.id, stored.latest);
  return (await changes.find(IMPLEMENTATION_EDITION, id))?.content;
}
