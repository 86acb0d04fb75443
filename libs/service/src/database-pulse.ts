import { setTimeout as pause } from 'node:timers/promises';
import type { PartState } from './readiness.js';

const EVERY_MS = 2_000;

/** Looks at the database again and again; whoever needs to do something regularly there joins the look. */
export class DatabasePulse {
  private readonly ending = new AbortController();
  private failing = false;
  private beating: Promise<void> | undefined;

  constructor(
    private readonly look: () => Promise<void>,
    private readonly onChange: (failing: boolean, error?: unknown) => void,
    private readonly everyMs = EVERY_MS,
  ) {}

  start(): void {
    this.beating ??= this.beat();
  }

  state(): PartState {
    return this.failing ? { ready: false, remark: NO_ANSWER } : { ready: true };
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.beating;
  }

  private async beat(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      await this.look().then(
        () => this.is(false),
        (error: unknown) => this.is(true, error),
      );
      await pause(this.everyMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private is(failing: boolean, error?: unknown): void {
    if (failing !== this.failing) this.onChange(failing, error);
    this.failing = failing;
  }
}

const NO_ANSWER = { zh: '数据库没有应答。', en: 'The database does not answer.' };
