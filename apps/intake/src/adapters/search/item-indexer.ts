import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { BATCH, type ItemIndex } from '../persistence/item-index.js';

/** How often to look without having been asked: another process may have published. */
const POLL_MS = 2_000;

/** Writes what was published into the index of the search: in the background, and for whoever searches before it got there. */
export class ItemIndexer {
  private readonly stopping = new AbortController();
  private waking = new AbortController();
  private running: Promise<void> | undefined;
  private readonly log = new Logger('search');

  constructor(private readonly index: Pick<ItemIndex, 'takeBatch'>) {}

  start(): void {
    this.running ??= this.run();
  }

  /** So that somebody who has just published finds it; after a large import nobody waits for all of it. */
  async catchUp(queued: number): Promise<void> {
    if (queued <= BATCH) await this.index.takeBatch();
    else this.waking.abort();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.drain();
      this.waking = new AbortController();
      const woken = AbortSignal.any([signal, this.waking.signal]);
      await pause(POLL_MS, undefined, { signal: woken }).catch(() => undefined);
    }
  }

  /** A database that is away is asked again at the next look. */
  private async drain(): Promise<void> {
    try {
      while (!this.stopping.signal.aborted && (await this.index.takeBatch())) await breathe();
    } catch (error) {
      this.log.error('what was published is put into the index of the search again', error);
    }
  }
}
