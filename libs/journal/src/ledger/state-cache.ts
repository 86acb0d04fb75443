/** An aggregate's row as it was read or written: its state as text, so that nobody shares an object with the cache. */
export interface StoredState {
  readonly version: number;
  /** Chain hash of the last entry, hex. */
  readonly head: string;
  readonly text: string;
}

interface Kept {
  readonly state: StoredState;
  /** Larger for what was put in later. */
  readonly stamp: number;
}

export const keyOf = (kind: string, id: string): string => `${kind}/${id}`;

/** Aggregates that were touched lately. It may be behind when another process writes: the version check of the commit notices. */
export class StateCache {
  private readonly kept = new Map<string, Kept>();
  private stamp = 0;
  private characters = 0;

  constructor(private readonly mostCharacters: number) {}

  /** Whatever is put in from now on has a larger stamp. */
  now(): number {
    return this.stamp;
  }

  get(key: string): Kept | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found;
  }

  put(key: string, state: StoredState): void {
    this.evict(key);
    this.kept.set(key, { state, stamp: ++this.stamp });
    this.characters += state.text.length;
    for (const oldest of this.kept.keys()) {
      if (this.characters <= this.mostCharacters) break;
      this.evict(oldest);
    }
  }

  evict(key: string): void {
    const found = this.kept.get(key);
    if (found === undefined) return;
    this.kept.delete(key);
    this.characters -= found.state.text.length;
  }
}
