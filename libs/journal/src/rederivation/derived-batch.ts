import type { Instant } from '@onewindow/kernel';
import type { AggregateStore } from '../aggregates/aggregate-store.js';
import { canonicalJson } from '../hashing/canonical-json.js';
import { writeAggregate, type Entry, type EntryContext } from '../ledger/journal-entries.js';
import { rowWrite } from '../ledger/encoded-unit.js';
import { keyOf } from '../ledger/state-cache.js';
import type { Committed } from '../ledger/ledger-options.js';
import type { Rederivation } from './rederivation.js';
import type { OpenRow } from './sweep-store.js';

/** What a batch of rows was derived to, as the database takes it. */
export class DerivedBatch {
  readonly ids: string[] = [];
  readonly expected: Record<string, number> = {};
  readonly failures: { readonly id: string; readonly error: unknown }[] = [];
  private readonly rows: string[] = [];
  private readonly entries: string[] = [];
  private readonly deadlines: string[] = [];
  private readonly correlations = new Set<string>();
  private published = false;
  private armed = false;

  constructor(
    private readonly store: AggregateStore,
    private readonly context: EntryContext,
  ) {}

  /** Derives one row; an error of its own keeps nobody else from being derived. */
  add<Ground>(row: OpenRow, { derive, deadlinesOf }: Rederivation<Ground>, ground: Ground): void {
    try {
      const before = JSON.parse(row.text) as object;
      const change = derive(before, ground);
      if (change === undefined || change.events.length === 0) return;
      const touched = { kind: this.store.name, id: row.id, stored: row, current: before };
      const written = writeAggregate({ ...touched, saved: [change] }, this.store, this.context);
      this.ids.push(row.id);
      this.expected[row.id] = row.version;
      this.rows.push(rowWrite(written).text);
      for (const entry of written.entries) {
        this.published ||= entry.header.route !== null;
        this.entries.push(entryText(entry));
      }
      this.correlations.add(written.correlation);
      this.move(row.id, deadlinesOf(before), deadlinesOf(change.state));
    } catch (error) {
      this.failures.push({ id: row.id, error });
    }
  }

  /** The call that writes it; its rows are the ids that have moved meanwhile. */
  get statement() {
    const { cause, now } = this.context;
    return {
      name: 'journal-rederive',
      text: 'select journal_rederive($1,$2,$3,$4,$5,$6,$7,$8,$9) as id',
      values: [
        this.store.name,
        this.ids,
        JSON.stringify(this.expected),
        listOf(this.rows),
        listOf(this.entries),
        this.deadlines.length === 0 ? null : listOf(this.deadlines),
        cause.id,
        canonicalJson(cause.actor),
        now,
      ],
    };
  }

  get keys(): string[] {
    return this.ids.map((id) => keyOf(this.store.name, id));
  }

  get committed(): Committed {
    const { published, armed } = this;
    return { correlations: [...this.correlations], published, armed, references: false };
  }

  private move(id: string, before: Deadlines, after: Deadlines): void {
    for (const kind of Object.keys(after)) {
      const due = after[kind];
      if (due === before[kind]) continue;
      this.armed ||= due !== undefined;
      this.deadlines.push(JSON.stringify({ id, kind, due }));
    }
  }
}

type Deadlines = Readonly<Record<string, Instant | undefined>>;

const listOf = (texts: readonly string[]): string => `[${texts.join(',')}]`;

/** Cause, actor and time are those of the whole batch and are sent once. */
function entryText({ header, payloadText, salt, hash }: Entry): string {
  const columns = {
    entry_id: header.entryId,
    aggregate_id: header.aggregateId,
    version: header.version,
    name: header.name,
    event_version: header.eventVersion,
    correlation: header.correlation,
    route: header.route,
    commitment: header.commitment,
    state_hash: header.stateHash,
    previous_hash: header.previousHash,
    salt,
    hash,
  };
  return `${JSON.stringify(columns).slice(0, -1)},"payload":${payloadText}}`;
}
