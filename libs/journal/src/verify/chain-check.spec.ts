import fc from 'fast-check';
import type { Instant } from '@onewindow/kernel';
import { commitmentOf, entryHash, GENESIS, stateHash } from '../hashing/entry-hash.js';
import { ChainCheck, type StoredAggregate, type StoredEntry } from './chain-check.js';

const seed = Date.now();
const STATE = { id: 'one', status: 'open' };
const ACTOR = '{"id":"clerk","kind":"person"}';

function chainOf(length: number): { entries: StoredEntry[]; row: StoredAggregate } {
  const entries: StoredEntry[] = [];
  let previousHash = GENESIS;
  for (let version = 1; version <= length; version += 1) {
    const payload = `{"step":${version}}`;
    const header = {
      entryId: `entry-${version}`,
      aggregate: 'thing',
      aggregateId: 'one',
      version,
      name: 'thing-told',
      eventVersion: 1,
      actor: { kind: 'person', id: 'clerk' } as const,
      cause: 'command:spec',
      correlation: 'one',
      occurredAt: '2026-02-09T02:12:00.000Z' as Instant,
      route: null,
      commitment: commitmentOf('salt', ACTOR, payload),
      stateHash: stateHash(STATE),
      previousHash,
    };
    previousHash = entryHash(header);
    const bound = { salt: 'salt', actorText: ACTOR, payload };
    entries.push({ header, hash: previousHash, bound });
  }
  return { entries, row: { version: length, head: previousHash, state: STATE } };
}

function faultsOf(entries: readonly StoredEntry[], row: StoredAggregate | undefined) {
  const check = new ChainCheck('thing', 'one');
  for (const entry of entries) check.next(entry);
  return check.end(row);
}

const aLength = fc.integer({ min: 1, max: 12 });
const aPlace = fc.nat();

describe('A chain of entries', () => {
  it('has no faults as it was written', () => {
    fc.assert(
      fc.property(aLength, (length) => {
        const { entries, row } = chainOf(length);
        expect(faultsOf(entries, row)).toEqual([]);
      }),
      { seed },
    );
  });

  it('gives away any entry whose contents were changed', () => {
    const change = fc.constantFrom<Partial<StoredEntry['header']>>(
      { name: 'thing-forged' },
      { cause: 'command:forged' },
      { correlation: 'other' },
      { aggregateId: 'other' },
      { entryId: 'other' },
      { eventVersion: 2 },
      { route: 'approval-bureau' },
      { actor: { kind: 'person', id: 'somebody' } },
      { occurredAt: '2026-02-09T02:12:00.001Z' as Instant },
      { stateHash: GENESIS },
    );
    fc.assert(
      fc.property(aLength, aPlace, change, (length, place, changed) => {
        const { entries, row } = chainOf(length);
        const index = place % length;
        const entry = entries[index]!;
        entries[index] = { ...entry, header: { ...entry.header, ...changed } };
        const [fault] = faultsOf(entries, row);
        expect(fault).toMatchObject({ kind: 'altered-entry', version: index + 1 });
      }),
      { seed },
    );
  });

  it('gives away an entry that was written anew with a hash of its own', () => {
    fc.assert(
      fc.property(aLength, aPlace, (length, place) => {
        const { entries, row } = chainOf(length);
        const index = place % length;
        const { header, bound } = entries[index]!;
        const forged = { ...header, name: 'thing-forged' };
        entries[index] = { header: forged, hash: entryHash(forged), bound };
        expect(faultsOf(entries, row).length).toBeGreaterThan(0);
      }),
      { seed },
    );
  });

  it('gives away deleted entries, wherever they were', () => {
    fc.assert(
      fc.property(aLength, aPlace, (length, place) => {
        const { entries, row } = chainOf(length);
        const index = place % length;
        entries.splice(index, 1);
        const [fault] = faultsOf(entries, row);
        expect(fault).toMatchObject({ kind: 'deleted-entry' });
      }),
      { seed },
    );
  });

  it('gives away entries that changed places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), aPlace, aPlace, (length, one, other) => {
        fc.pre(one % length !== other % length);
        const { entries, row } = chainOf(length);
        const [a, b] = [entries[one % length]!, entries[other % length]!];
        entries[one % length] = { ...b, header: { ...b.header, version: a.header.version } };
        entries[other % length] = { ...a, header: { ...a.header, version: b.header.version } };
        const kinds = faultsOf(entries, row).map((fault) => fault.kind);
        expect(kinds).toContain('reordered-entry');
      }),
      { seed },
    );
  });

  it('gives away an erased payload, and holds beyond it', () => {
    const { entries, row } = chainOf(3);
    entries[1] = { ...entries[1]!, bound: null };

    expect(faultsOf(entries, row)).toMatchObject([{ kind: 'erased-payload', version: 2 }]);
  });
});

console.info(`seed ${seed}`);
