import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { ItemIndex } from '../persistence/item-index.js';

/** How often to look without having been asked: another process may have published. */
const POLL_MS = 2_000;
/** Items that somebody who searches waits for. */
const WAITED_FOR = 50;
/** Items of one transaction in the background: the longest lists are written anew by each. */
const AT_ONCE = 250;

/** Writes what was published into the index of the search: in the background, and for whoever searches before it got there. */
export class ItemIndexer {
  private readonly stopping = new AbortController();
  private waking = new AbortController();
  private running: Promise<void> | undefined;
  private readonly log = new Logger('search');

  constructor(private readonly index: Pick<ItemIndex, 'takeBatch' | 'know'>) {}

  start(): void {
    this.running ??= this.run();
  }

  /** So that somebody who has just published finds it; after a large import nobody waits for all of it. Whether it is written. */
  async catchUp(queued: number): Promise<boolean> {
    if (queued > WAITED_FOR) {
      this.waking.abort();
      return false;
    }
    // Where nothing is left, somebody else has written it, and this one waited for that.
    await this.index.takeBatch(WAITED_FOR);
    return true;
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
      let written = 0;
      while (!this.stopping.signal.aborted) {
        const taken = await this.index.takeBatch(AT_ONCE);
        if (taken === 0) break;
        // Much was published at once: whoever lists the catalogue meanwhile needs a plan for what it is now.
        if (written < AT_ONCE && written + taken >= AT_ONCE) await this.index.know();
        written += taken;
        await breathe();
      }
      if (written >= AT_ONCE) await this.index.know();
    } catch (error) {
      this.log.error('what was published is put into the index of the search again', error);
    }
  }
}
