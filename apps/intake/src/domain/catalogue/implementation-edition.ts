import { refuseWhenUnmet, type Change, type Instant, type LegalDate } from '@onewindow/kernel';
import { intakeRefusals } from '../refusals.js';
import { changedFields } from './comparison.js';
import { changedInEdition, IN_THE_PAST } from './editing-rules.js';
import type { Implementation } from './implementation.js';
import type { Signed } from './draft.js';
import { itemVersionLifecycle, type ItemVersionStatus } from './item-version-lifecycle.js';

/** Which edition of an implementation holds, and since when. */
export interface InForceEdition {
  readonly edition: number;
  readonly inForceFrom: LegalDate;
  readonly since: Instant;
  readonly published: Signed;
}

/**
 * How a district handles an item now. Without `holds` nothing has come into force yet; without the fields of an implementation the
 * district does not handle it any more.
 */
export interface StoredImplementation extends Partial<Implementation> {
  readonly id: string;
  /** The latest edition that was published, in force or waiting for its day. */
  readonly latest: number;
  readonly holds?: InForceEdition;
}

/** An edition that waits for its day or was in force. Its content is never changed. */
export interface ImplementationEdition {
  readonly id: string;
  readonly implementation: string;
  readonly number: number;
  readonly status: ItemVersionStatus;
  /** Absent: from that day on the district does not handle the item. */
  readonly content?: Implementation;
  /** Why it ended. */
  readonly because?: string;
  readonly published: Signed;
  readonly inForceFrom: LegalDate;
  readonly inForceSince?: Instant;
  readonly retiredAt?: Instant;
  readonly retiredBecause?: string;
}

export type ImplementationEvent =
  | { readonly type: 'implementation-published'; readonly edition: number }
  | { readonly type: 'implementation-in-force'; readonly edition: number };

export type ImplementationEditionEvent =
  | { readonly type: 'implementation-edition-kept'; readonly inForceFrom: LegalDate }
  | { readonly type: 'implementation-edition-in-force' }
  | { readonly type: 'implementation-edition-retired'; readonly because: string };

export const editionOfImplementationId = (implementation: string, number: number): string =>
  `${implementation}:${number}`;

/** What is published: how a district handles an item, or, without content, that it stops and why. */
export interface NextEdition {
  readonly id: string;
  readonly content?: Implementation;
  readonly because?: string;
  readonly inForceFrom: LegalDate;
  readonly by: Signed;
}

/** The content that holds now; undefined where the district does not handle the item. */
export function contentOf(stored: StoredImplementation | undefined): Implementation | undefined {
  if (stored === undefined) return undefined;
  const { id: _, latest: __, holds: ___, ...content } = stored;
  const { item, district, level, agency, agencyName } = content;
  return item === undefined ||
    district === undefined ||
    level === undefined ||
    agency === undefined ||
    agencyName === undefined
    ? undefined
    : { ...content, item, district, level, agency, agencyName };
}

const next = (stored: StoredImplementation | undefined): number => (stored?.latest ?? 0) + 1;

/** An edition that holds from the moment of its publication. */
export const publishNow = (
  stored: StoredImplementation | undefined,
  { id, content, inForceFrom, by }: NextEdition,
): Change<StoredImplementation, ImplementationEvent> => {
  const edition = next(stored);
  const holds = { edition, inForceFrom, since: by.at, published: by };
  return {
    state: { ...content, id, latest: edition, holds },
    events: [{ type: 'implementation-published', edition }],
  };
};

/** An edition that waits for its day: what holds goes on holding. */
export const publishForLater = (
  stored: StoredImplementation | undefined,
  { id }: NextEdition,
): Change<StoredImplementation, ImplementationEvent> => {
  const latest = next(stored);
  return {
    state: { ...stored, id, latest },
    events: [{ type: 'implementation-published', edition: latest }],
  };
};

/** The day has come on which an edition takes the place of the one before it. */
export const takeEditionInto = (
  { id, latest }: StoredImplementation,
  { content, number: edition, inForceFrom, published }: ImplementationEdition,
  since: Instant,
): Change<StoredImplementation, ImplementationEvent> => ({
  state: { ...content, id, latest, holds: { edition, inForceFrom, since, published } },
  events: [{ type: 'implementation-in-force', edition }],
});

/** The later edition that holds from the same day, whichever was put in force first. */
export const givesWayTo = (
  { number, inForceFrom }: ImplementationEdition,
  { holds }: StoredImplementation,
): number | undefined =>
  holds !== undefined && holds.inForceFrom === inForceFrom && holds.edition > number
    ? holds.edition
    : undefined;

/** An edition that waits for its day. */
export const keepEdition = (
  number: number,
  { id: implementation, content, because, inForceFrom, by: published }: NextEdition,
): Change<ImplementationEdition, ImplementationEditionEvent> => ({
  state: {
    id: editionOfImplementationId(implementation, number),
    implementation,
    number,
    status: itemVersionLifecycle.initial,
    ...(content && { content }),
    ...(because !== undefined && { because }),
    published,
    inForceFrom,
  },
  events: [{ type: 'implementation-edition-kept', inForceFrom }],
});

/** The edition that holds, as one of its own: until it is replaced it has no row, so that a catalogue of 40,000 is not stored twice. */
export const editionThatHolds = (
  stored: StoredImplementation,
): ImplementationEdition | undefined => {
  const { id: implementation, holds } = stored;
  if (holds === undefined) return undefined;
  const content = contentOf(stored);
  const { edition: number, inForceFrom, since: inForceSince, published } = holds;
  return {
    id: editionOfImplementationId(implementation, number),
    implementation,
    number,
    status: 'in-force',
    ...(content && { content }),
    published,
    inForceFrom,
    inForceSince,
  };
};

export const putEditionInForce = (
  edition: ImplementationEdition,
  inForceSince: Instant,
): Change<ImplementationEdition, ImplementationEditionEvent> => ({
  state: {
    ...edition,
    status: itemVersionLifecycle.next(edition.status, 'takeEffect'),
    inForceSince,
  },
  events: [{ type: 'implementation-edition-in-force' }],
});

export const retireEdition = (
  edition: ImplementationEdition,
  because: string,
  retiredAt: Instant,
): Change<ImplementationEdition, ImplementationEditionEvent> => ({
  state: {
    ...edition,
    status: itemVersionLifecycle.next(edition.status, 'retire'),
    retiredAt,
    retiredBecause: because,
  },
  events: [{ type: 'implementation-edition-retired', because }],
});

export interface Editing {
  readonly stored: StoredImplementation | undefined;
  /** What the latest edition says. */
  readonly latest: Implementation | undefined;
  /** Absent: it ends. */
  readonly given?: Implementation;
}

export interface EditingTerms {
  /** The edition that the editor saw; 0: there was none. Absent: whatever there was is replaced. */
  readonly basedOn?: number | undefined;
  readonly inForceFrom: LegalDate;
  readonly today: LegalDate;
}

/**
 * Of two editors the second is told what the first has published. Throws the refusals `implementation-changed` and
 * `implementation-not-publishable`.
 */
export function requireEditable(
  { stored, latest, given }: Editing,
  { basedOn, inForceFrom, today }: EditingTerms,
): void {
  const edition = stored?.latest ?? 0;
  if (basedOn !== undefined && basedOn !== edition)
    throw intakeRefusals.refuse(
      'implementation-changed',
      changedInEdition(changedFields(latest ?? {}, given ?? {}), edition),
    );
  const inThePast = given === undefined ? { ...IN_THE_PAST, path: 'on' } : IN_THE_PAST;
  refuseWhenUnmet(inForceFrom < today ? [inThePast] : [], (rules) =>
    intakeRefusals.refuse('implementation-not-publishable', rules),
  );
}
