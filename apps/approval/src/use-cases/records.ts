import type { Actor, Change, Changes } from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import { caseDeadlinesOf, caseKind, type Case, type CaseEvent } from '../domain/case/case.js';
import { isVisible, visibleTo } from '../domain/case/visible-to.js';
import {
  handoverDeadlinesOf,
  handoverKind,
  type Handover,
  type HandoverEvent,
} from '../domain/handover/handover.js';
import { inspectionKind, type Inspection } from '../domain/inspection/inspection.js';
import {
  licenceDeadlinesOf,
  licenceKind,
  type Licence,
  type LicenceEvent,
} from '../domain/licence/licence.js';
import { deadlinesOf } from '../domain/track/term.js';
import type { TrackEvent } from '../domain/track/track-events.js';
import { trackId, trackKind, type Track } from '../domain/track/track.js';
import { keepDeadlines } from './keep-deadlines.js';

/** Finding and keeping the aggregates of approval; a deadline follows its aggregate in the same transaction. */
export async function caseOf(changes: Changes, caseNumber: string): Promise<Case> {
  const found = await changes.find(caseKind, caseNumber);
  if (found === undefined) throw approvalRefusals.refuse('case-not-found');
  return found;
}

export interface TrackReference {
  readonly caseNumber: string;
  readonly item: string;
}

export async function trackOf(
  changes: Changes,
  { caseNumber, item }: TrackReference,
): Promise<Track> {
  const found = await changes.find(trackKind, trackId(caseNumber, item));
  if (found === undefined) throw approvalRefusals.refuse('track-not-found');
  return found;
}

async function inspectionOf(changes: Changes, inspectionId: string): Promise<Inspection> {
  const found = await changes.find(inspectionKind, inspectionId);
  if (found === undefined) throw approvalRefusals.refuse('inspection-not-found');
  return found;
}

/** For somebody who asks: what one may not see is not there, whatever one's role. */
export async function caseFor(changes: Changes, caseNumber: string, actor: Actor): Promise<Case> {
  const of = await caseOf(changes, caseNumber);
  if (!isVisible(of, visibleTo(actor))) throw approvalRefusals.refuse('case-not-found');
  return of;
}

export async function trackFor(
  changes: Changes,
  reference: TrackReference,
  actor: Actor,
): Promise<Track> {
  const track = await trackOf(changes, reference);
  const of = await caseOf(changes, reference.caseNumber);
  if (!isVisible(of, visibleTo(actor))) throw approvalRefusals.refuse('track-not-found');
  return track;
}

export async function inspectionFor(
  changes: Changes,
  inspectionId: string,
  actor: Actor,
): Promise<Inspection> {
  const inspection = await inspectionOf(changes, inspectionId);
  const of = await caseOf(changes, inspection.caseNumber);
  if (!isVisible(of, visibleTo(actor))) throw approvalRefusals.refuse('inspection-not-found');
  return inspection;
}

export function createCase(changes: Changes, change: Change<Case, CaseEvent>): void {
  const id = change.state.caseNumber;
  changes.create(caseKind, id, change);
  keepDeadlines(changes, { kind: caseKind, id }, {}, caseDeadlinesOf(change.state));
}

export function saveCase(changes: Changes, before: Case, change: Change<Case, CaseEvent>): void {
  const id = before.caseNumber;
  changes.save(caseKind, id, change);
  const armed = { kind: caseKind, id };
  keepDeadlines(changes, armed, caseDeadlinesOf(before), caseDeadlinesOf(change.state));
}

export function createTrack(changes: Changes, change: Change<Track, TrackEvent>): void {
  const id = trackId(change.state.caseNumber, change.state.item);
  changes.create(trackKind, id, change);
  keepDeadlines(changes, { kind: trackKind, id }, {}, deadlinesOf(change.state));
}

export function saveTrack(
  changes: Changes,
  before: Track,
  change: Change<Track, TrackEvent>,
): void {
  const id = trackId(before.caseNumber, before.item);
  changes.save(trackKind, id, change);
  const armed = { kind: trackKind, id };
  keepDeadlines(changes, armed, deadlinesOf(before), deadlinesOf(change.state));
}

export function createLicence(changes: Changes, change: Change<Licence, LicenceEvent>): void {
  const id = change.state.number;
  changes.create(licenceKind, id, change);
  keepDeadlines(changes, { kind: licenceKind, id }, {}, licenceDeadlinesOf(change.state));
}

export function saveLicence(
  changes: Changes,
  before: Licence,
  change: Change<Licence, LicenceEvent>,
): void {
  const id = before.number;
  changes.save(licenceKind, id, change);
  const armed = { kind: licenceKind, id };
  keepDeadlines(changes, armed, licenceDeadlinesOf(before), licenceDeadlinesOf(change.state));
}

export function createHandover(changes: Changes, change: Change<Handover, HandoverEvent>): void {
  const id = change.state.handoverId;
  changes.create(handoverKind, id, change);
  keepDeadlines(changes, { kind: handoverKind, id }, {}, handoverDeadlinesOf(change.state));
}

export function saveHandover(
  changes: Changes,
  before: Handover,
  change: Change<Handover, HandoverEvent>,
): void {
  const id = before.handoverId;
  changes.save(handoverKind, id, change);
  const armed = { kind: handoverKind, id };
  keepDeadlines(changes, armed, handoverDeadlinesOf(before), handoverDeadlinesOf(change.state));
}
