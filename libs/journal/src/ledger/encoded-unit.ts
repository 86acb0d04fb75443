import type { Entry, WrittenAggregate } from './journal-entries.js';
import type { Marks } from './marks.js';
import { keyOf, type StoredState } from './state-cache.js';
import type { UnitOfWork } from './unit-of-work.js';

/** The lists of the commit function; each element is a JSON object to which the number of its unit is added. */
export const SECTIONS = [
  'entries',
  'receipts',
  'marks',
  'guards',
  'deadlines',
  'parked',
  'retried',
  'references',
] as const;
export type Section = (typeof SECTIONS)[number];

export interface LockedRow {
  readonly kind: string;
  readonly id: string;
  /** Null: the row is locked, whatever its version. */
  readonly expected: number | null;
}

export interface RowWrite {
  readonly into: 'updates' | 'inserts';
  readonly kind: string;
  readonly text: string;
}

/** A unit of work as the commit function takes it. */
export interface EncodedUnit {
  readonly rows: readonly LockedRow[];
  readonly writes: readonly RowWrite[];
  readonly sections: Readonly<Partial<Record<Section, readonly string[]>>>;
  readonly characters: number;
  /** What no other unit of the same statement may touch. */
  readonly exclusive: readonly string[];
  /** What others of the same statement may only read, too. */
  readonly shared: readonly string[];
  /** The rows as they are after the commit. */
  readonly after: readonly { readonly key: string; readonly state: StoredState }[];
  readonly correlations: readonly string[];
  readonly published: boolean;
  readonly armed: boolean;
  readonly references: boolean;
}

/** What is encoded of a unit of work, or of a piece of it. */
export type Gathered = Pick<UnitOfWork, 'touched' | 'deadlines' | 'references'>;

export function encodeUnit(
  unit: Gathered,
  written: readonly WrittenAggregate[],
  marks: Marks,
): EncodedUnit {
  const entries = written.flatMap((each) => each.entries);
  const writes = written.map(rowWrite);
  const sections = {
    entries: entries.map(entryText),
    deadlines: unit.deadlines.map((each) => JSON.stringify(each)),
    references: unit.references.map((each) => JSON.stringify(each)),
    ...sectionsOf(marks),
  };
  const texts = [...Object.values(sections).flat(), ...writes.map((write) => write.text)];
  const touched = unit.touched.map(({ kind, id, stored }) => ({
    kind,
    id,
    expected: stored?.version ?? 0,
  }));
  const rows = [...touched, ...lockedOnly(unit, touched, marks)];
  const changed = new Set(written.map((each) => keyOf(each.kind, each.id)));
  const locked = rows.filter((row) => row.expected === null).map((row) => keyOf(row.kind, row.id));
  const exclusive = new Set([...changed, ...locked, ...deadlineOwners(unit), ...markKeys(marks)]);
  const { moved, kept } = referenceKeys(unit);
  return {
    rows,
    writes,
    sections,
    characters: texts.reduce((sum, text) => sum + text.length, 0),
    exclusive: [...exclusive, ...moved],
    shared: [
      ...rows.map((row) => keyOf(row.kind, row.id)).filter((key) => !exclusive.has(key)),
      ...kept,
    ],
    after: written.map(({ kind, id, after }) => ({ key: keyOf(kind, id), state: after })),
    correlations: [...new Set(written.map((each) => each.correlation))],
    published: entries.some((entry) => entry.header.route !== null),
    armed: unit.deadlines.some((each) => each.due !== undefined),
    references: moved.length > 0,
  };
}

export function rowWrite({ kind, id, expected, after }: WrittenAggregate): RowWrite {
  const { version, head, text } = after;
  return {
    into: expected === 0 ? 'inserts' : 'updates',
    kind,
    text: `${JSON.stringify({ id, version, head }).slice(0, -1)},"state":${text}}`,
  };
}

function entryText({ header, actorText, payloadText, salt, hash }: Entry): string {
  const columns = {
    entry_id: header.entryId,
    aggregate: header.aggregate,
    aggregate_id: header.aggregateId,
    version: header.version,
    name: header.name,
    event_version: header.eventVersion,
    cause: header.cause,
    correlation: header.correlation,
    occurred_at: header.occurredAt,
    route: header.route,
    commitment: header.commitment,
    state_hash: header.stateHash,
    previous_hash: header.previousHash,
    salt,
    hash,
  };
  return `${JSON.stringify(columns).slice(0, -1)},"actor":${actorText},"payload":${payloadText}}`;
}

function sectionsOf(marks: Marks): Partial<Record<Section, string[]>> {
  const { receipt, inbox, deadline, parked, retried } = marks;
  return {
    ...(receipt && { receipts: [receiptText(receipt)] }),
    ...(inbox && {
      marks: [
        JSON.stringify({
          producer: inbox.producer,
          position: inbox.position,
          event_id: inbox.eventId,
        }),
      ],
    }),
    ...(deadline && { guards: [JSON.stringify(deadline)] }),
    ...(parked && {
      parked: [JSON.stringify({ ...parked, aggregate_id: parked.aggregateId })],
    }),
    ...(retried !== undefined && { retried: [JSON.stringify({ id: retried })] }),
  };
}

/** The answer goes in as it stands, so that the first answer comes back byte for byte. */
const receiptText = ({ caller, key, requestHash, answer }: NonNullable<Marks['receipt']>): string =>
  `${JSON.stringify({ caller, key, request_hash: requestHash }).slice(0, -1)},"answer":${answer}}`;

/** Whoever changes a deadline holds the row of its aggregate. */
function lockedOnly(
  unit: Gathered,
  touched: readonly LockedRow[],
  { deadline }: Marks,
): LockedRow[] {
  const known = new Set(touched.map((row) => keyOf(row.kind, row.id)));
  const owners = [...unit.deadlines, ...(deadline ? [deadline] : [])];
  const rows = new Map(
    owners.map(({ aggregate, id }) => [
      keyOf(aggregate, id),
      { kind: aggregate, id, expected: null },
    ]),
  );
  return [...rows].flatMap(([key, row]) => (known.has(key) ? [] : [row]));
}

function referenceKeys({ references }: Gathered) {
  const keys = (moves: boolean) =>
    references.filter((each) => each.moves === moves).map(({ name }) => `reference ${name}`);
  return { moved: keys(true), kept: keys(false) };
}

const deadlineOwners = (unit: Gathered): string[] =>
  unit.deadlines.map(({ aggregate, id }) => keyOf(aggregate, id));

const markKeys = ({ receipt, inbox, deadline, retried }: Marks): string[] => [
  ...(receipt ? [`receipt ${receipt.caller} ${receipt.key}`] : []),
  ...(inbox ? [`inbox ${inbox.producer} ${inbox.position}`] : []),
  ...(deadline ? [keyOf(deadline.aggregate, deadline.id)] : []),
  ...(retried === undefined ? [] : [`parked ${retried}`]),
];
