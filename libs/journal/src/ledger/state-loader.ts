import type { Pool } from 'pg';
import { backoffMs, pauseFor } from '../pause.js';
import { failureOf } from '../database-errors.js';
import { journalRefusals } from '../refusals.js';
import { quoted, tableOf } from '../schema/quoting.js';
import type { StoredState } from './state-cache.js';

const IN_FLIGHT = 2;
const MOST_IN_ONE = 256;
const ATTEMPTS = 6;

interface Row extends StoredState {
  readonly id: string;
}

interface Asked {
  readonly id: string;
  readonly resolve: (state: StoredState | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Reads rows of one kind of aggregate; whoever asks while a read is under way shares the next one. */
export class StateLoader {
  private waiting: Asked[] = [];
  private inFlight = 0;
  private readonly statement: { readonly name: string; readonly text: string };

  constructor(
    private readonly pool: Pool,
    kind: string,
  ) {
    this.statement = {
      name: `journal-load-${kind}`,
      text: `select id, version, encode(head_hash, 'hex') as head, state::text as text
        from ${quoted(tableOf(kind))} where id = any($1::text[])`,
    };
  }

  load(id: string): Promise<StoredState | undefined> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ id, resolve, reject });
      if (this.waiting.length === 1) queueMicrotask(() => this.read());
    });
  }

  private read(): void {
    while (this.inFlight < IN_FLIGHT && this.waiting.length > 0) {
      const asked = this.waiting.splice(0, MOST_IN_ONE);
      this.inFlight += 1;
      void this.answer(asked).finally(() => {
        this.inFlight -= 1;
        this.read();
      });
    }
  }

  private async answer(asked: readonly Asked[]): Promise<void> {
    try {
      const rows = await this.query([...new Set(asked.map((each) => each.id))]);
      const found = new Map(rows.map((row) => [row.id, row]));
      for (const { id, resolve } of asked) resolve(found.get(id));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  private async query(ids: readonly string[]): Promise<readonly Row[]> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return (await this.pool.query<Row>({ ...this.statement, values: [ids] })).rows;
      } catch (error) {
        const failure = failureOf(error);
        if (failure === 'defect' || failure === 'taken') throw error;
        if (attempt >= ATTEMPTS) throw journalRefusals.refuse('database-unavailable');
        await pauseFor(backoffMs(attempt, 20, 1_000));
      }
    }
  }
}
