import type { Pool } from 'pg';
import { Air } from './air.js';
import { keyOf, StateCache, type StoredState } from './state-cache.js';
import { StateLoader } from './state-loader.js';
import type { StateSource, Touched } from './unit-of-work.js';

/** About 32 MB: a few thousand cases in work. */
const CACHED_CHARACTERS = 16_000_000;
const LONGEST_ID = 200;

/** The aggregates of one service as this process knows them: kept warm, read when they are not. */
export class Aggregates {
  private readonly cache = new StateCache(CACHED_CHARACTERS);
  private readonly loaders: ReadonlyMap<string, StateLoader>;
  private readonly air = new Air();

  constructor(pool: Pool, kinds: readonly string[]) {
    this.loaders = new Map(kinds.map((kind) => [kind, new StateLoader(pool, kind)]));
  }

  /** What was put into the cache before now counts as warm. */
  view(): StateSource {
    const began = this.cache.now();
    return {
      find: async (kind, id) => {
        const key = keyOf(kind, id);
        await this.air.clear([key]);
        const kept = this.cache.get(key);
        if (kept !== undefined) return { stored: kept.state, warm: kept.stamp <= began };
        return { stored: await this.load(kind, id), warm: false };
      },
      peek: (kind, id) => {
        const kept = this.cache.get(keyOf(kind, id));
        return kept && { warm: kept.stamp <= began };
      },
    };
  }

  /** Past the cache. */
  async load(kind: string, id: string): Promise<StoredState | undefined> {
    const loader = this.loaders.get(kind);
    if (loader === undefined) throw new TypeError(`${kind} has no store in this service`);
    // PostgreSQL refuses such text for everybody whose read is in the same statement.
    if (id.length > LONGEST_ID || id.includes('\0') || !id.isWellFormed()) return undefined;
    const found = await loader.load(id);
    if (found !== undefined) this.keep(keyOf(kind, id), found);
    return found;
  }

  /**
   * Whether nothing has moved since it was read. What was read one after the other was then true at one moment, which a
   * refusal, having no commit to guard it, does not know otherwise.
   */
  async areAllAsRead(rows: readonly Touched[]): Promise<boolean> {
    if (rows.length < 2) return true;
    const stored = await Promise.all(rows.map(({ kind, id }) => this.load(kind, id)));
    return rows.every((row, at) => row.stored?.version === stored[at]?.version);
  }

  forget(keys: readonly string[]): void {
    for (const key of keys) this.cache.evict(key);
  }

  /** Runs a commit while nobody in this process decides on the rows that it writes; undefined when they have moved already. */
  async committing<Result>(
    rows: readonly Touched[],
    written: readonly string[],
    commit: () => Promise<Result>,
  ): Promise<Result | undefined> {
    await this.air.clear(written);
    if (rows.some((row) => this.hasMoved(row))) return undefined;
    const land = this.air.take(written);
    try {
      return await commit();
    } finally {
      land();
    }
  }

  /** Never replaces a newer version: a read may end after a commit that began later. */
  keep(key: string, state: StoredState): void {
    const known = this.cache.get(key)?.state.version ?? 0;
    if (state.version >= known) this.cache.put(key, state);
  }

  private hasMoved({ kind, id, stored }: Touched): boolean {
    const kept = this.cache.get(keyOf(kind, id));
    return kept !== undefined && kept.state.version !== (stored?.version ?? 0);
  }
}
