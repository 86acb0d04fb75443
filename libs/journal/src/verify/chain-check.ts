import {
  commitmentOf,
  entryHash,
  GENESIS,
  stateHash,
  type EntryHeader,
} from '../hashing/entry-hash.js';
import type { JournalFault } from './fault.js';

/** An entry as it stands in the journal. */
export interface StoredEntry {
  readonly header: EntryHeader;
  readonly hash: string;
  /** What the commitment binds; null where it is gone, which nothing in the product does. */
  readonly bound: {
    readonly salt: string;
    readonly actorText: string;
    readonly payload: string;
  } | null;
}

/** An aggregate's row as it stands. */
export interface StoredAggregate {
  readonly version: number;
  readonly head: string;
  readonly state: object;
}

/** Rows change places over short distances, or somebody took great pains. */
const FARTHEST_MOVE = 100;

/** Goes along the chain of one aggregate, entry by entry in the order of their versions. */
export class ChainCheck {
  private readonly found: JournalFault[] = [];
  private last: StoredEntry | undefined;
  /** A chain behind a broken link is judged again from the link after it. */
  private soundSoFar = true;

  constructor(
    private readonly aggregate: string,
    private readonly aggregateId: string,
  ) {}

  next(entry: StoredEntry): void {
    const { version, previousHash } = entry.header;
    const expected = (this.last?.header.version ?? 0) + 1;
    if (version !== expected) this.missing(expected, version - 1);
    const linked = previousHash === (this.last?.hash ?? GENESIS);
    const sound = this.isItself(entry);
    if (sound && this.soundSoFar && version === expected && !linked) {
      this.fault(
        'added-entry',
        version,
        'does not continue the entry before it: one of them was put there',
      );
    }
    this.soundSoFar = sound;
    this.last = entry;
  }

  /** Compares the end of the chain with the aggregate's row. */
  end(row: StoredAggregate | undefined): readonly JournalFault[] {
    const last = this.last;
    if (row === undefined) {
      this.fault('lost-aggregate', undefined, 'has entries and no row');
    } else if (last === undefined) {
      this.fault('deleted-entry', row.version, 'has a row and no entries');
    } else if (row.version > last.header.version) {
      this.missing(last.header.version + 1, row.version);
    } else if (row.version < last.header.version) {
      const added = last.header.version;
      this.fault('added-entry', added, `lies behind version ${row.version}, where the row ends`);
    } else {
      this.compare(row, last);
    }
    return this.found;
  }

  private compare(row: StoredAggregate, last: StoredEntry): void {
    if (row.head !== last.hash) {
      this.fault('edited-aggregate', row.version, 'has a row whose head is not the last entry');
    }
    if (stateHash(row.state) !== last.header.stateHash) {
      this.fault('edited-aggregate', row.version, 'has a row that was changed behind the journal');
    }
  }

  private isItself(entry: StoredEntry): boolean {
    const { header, hash, bound } = entry;
    if (bound === null)
      this.fault('erased-payload', header.version, 'has lost its payload or salt');
    if (bound && commitmentOf(bound.salt, bound.actorText, bound.payload) !== header.commitment) {
      this.fault(
        'altered-entry',
        header.version,
        'has another payload or actor than was committed to',
      );
      return false;
    }
    if (entryHash(header) === hash) return true;
    const origin = originOf(entry);
    if (origin === undefined) {
      this.fault('altered-entry', header.version, 'does not have the hash of its contents');
    } else {
      this.fault('reordered-entry', header.version, `was written as version ${origin}`);
    }
    return false;
  }

  private missing(from: number, to: number): void {
    const which = from === to ? `version ${from} is` : `versions ${from} to ${to} are`;
    this.fault('deleted-entry', from, `${which} missing`);
  }

  private fault(kind: JournalFault['kind'], version: number | undefined, what: string): void {
    const { aggregate, aggregateId } = this;
    const name = `${aggregate} ${aggregateId}${version === undefined ? '' : ` version ${version}`}`;
    const message = `${name}: ${what}`;
    this.found.push({
      kind,
      aggregate,
      aggregateId,
      ...(version !== undefined && { version }),
      message,
    });
  }
}

/** The version under which the entry has the hash that it carries. */
function originOf({ header, hash }: StoredEntry): number | undefined {
  for (let distance = 1; distance <= FARTHEST_MOVE; distance += 1) {
    for (const version of [header.version - distance, header.version + distance]) {
      if (entryHash({ ...header, version }) === hash) return version;
    }
  }
  return undefined;
}
