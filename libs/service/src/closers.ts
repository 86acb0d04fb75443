import type { ServiceLog } from './log.js';

/** What has been opened, to be closed in the opposite order whatever happens on the way. */
export class Closers {
  private readonly opened: { readonly what: string; readonly close: () => Promise<unknown> }[] = [];
  private closing: Promise<void> | undefined;

  constructor(private readonly log: ServiceLog) {}

  add(what: string, close: () => Promise<unknown>): void {
    this.opened.push({ what, close });
  }

  /** What cannot be closed is logged and does not keep the rest open. */
  closeAll(): Promise<void> {
    this.closing ??= this.close();
    return this.closing;
  }

  private async close(): Promise<void> {
    for (let last = this.opened.pop(); last !== undefined; last = this.opened.pop()) {
      const { what, close } = last;
      await close().catch((error: unknown) =>
        this.log.failure('could not be closed', error, { what }),
      );
    }
  }
}
