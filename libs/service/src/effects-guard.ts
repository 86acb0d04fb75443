import { defineRefusals } from '@onewindow/kernel';
import type { Pool } from 'pg';
import {
  judgeClocks,
  jumpBetween,
  type ClockSample,
  type ClockVerdict,
  type HaltReason,
  type HostSample,
} from './clock-watch.js';
import type { ServiceLog } from './log.js';
import type { PartState } from './readiness.js';

export const effectsRefusals = defineRefusals({
  'clocks-still-differ': {
    kind: 'conflict',
    zh: '主机时钟与数据库时钟仍相差 30 秒以上，请先校准时钟再恢复。',
    en: 'The clocks of host and database still differ by more than 30 seconds; set them right before resuming.',
  },
});

/** The host's own clocks. */
export type HostClocks = () => HostSample;

export const hostClocks: HostClocks = () => ({
  hostMs: Date.now(),
  monotonicMs: performance.now(),
});

export interface EffectsGuardOptions {
  readonly pool: Pool;
  readonly log: ServiceLog;
  readonly clocks?: HostClocks;
}

interface WatchRow {
  readonly database_ms: number;
  readonly host_seen_ms: number | null;
  readonly reason: HaltReason | null;
}

const REMEMBER_EVERY_MS = 30_000;

/**
 * Halts the recording of legal effects when a clock cannot be trusted, until an administrator resumes it. The halt is kept in the
 * database: a restart does not lift it, and every process of the service sees it.
 */
export class EffectsGuard {
  private before: ClockSample | undefined;
  private verdict: ClockVerdict | undefined;
  private reason: HaltReason | undefined;
  private rememberedMs = Number.NEGATIVE_INFINITY;
  private readonly clocks: HostClocks;
  private readonly listeners = new Set<(halted: boolean) => void>();

  constructor(private readonly options: EffectsGuardOptions) {
    this.clocks = options.clocks ?? hostClocks;
  }

  /** Whether the host's clock goes on as it did at the last look: between two looks it may jump and make everything due. */
  isSteady(): boolean {
    return this.before === undefined || jumpBetween(this.before, this.clocks()) === undefined;
  }

  /** Tells the listener when legal effects must not be recorded, and when they may be again; at once where they are halted already. */
  whenHaltedOrResumed(listener: (halted: boolean) => void): void {
    this.listeners.add(listener);
    if (this.reason !== undefined) listener(true);
  }

  /** One look at the clocks and at what the database remembers. */
  async look(): Promise<void> {
    const { sample, row } = await this.sample();
    const seenMs = this.before === undefined ? (row.host_seen_ms ?? undefined) : undefined;
    const verdict = judgeClocks(this.before, sample, seenMs);
    this.before = sample;
    this.tell(verdict);
    if (verdict.kind === 'halt' && row.reason === null) {
      await this.remember(verdict.reason, sample.hostMs);
      this.become(verdict.reason);
    } else {
      this.become(row.reason ?? undefined);
      if (sample.monotonicMs - this.rememberedMs >= REMEMBER_EVERY_MS) {
        await this.options.pool.query(SEEN, [sample.hostMs]);
        this.rememberedMs = sample.monotonicMs;
      }
    }
  }

  /** An administrator takes the responsibility. Throws the refusal `clocks-still-differ`. */
  async resume(): Promise<void> {
    const { sample } = await this.sample();
    if (judgeClocks(undefined, sample).kind === 'halt') {
      throw effectsRefusals.refuse('clocks-still-differ');
    }
    this.before = sample;
    await this.options.pool.query(RESUME, [sample.hostMs]);
    this.become(undefined);
  }

  state(): PartState {
    if (this.reason !== undefined) return { ready: true, remark: HALTED[this.reason] };
    return this.verdict?.kind === 'alarm' ? { ready: true, remark: SKEWED } : { ready: true };
  }

  private async sample(): Promise<{ sample: ClockSample; row: WatchRow }> {
    const asked = this.clocks();
    const { rows } = await this.options.pool.query<WatchRow>(LOOK);
    const answered = this.clocks();
    const [row] = rows;
    if (row === undefined) throw new TypeError('the row of clock_watch is missing');
    // The database looked at its clock at some moment of the round trip: the most favourable one counts.
    const latestMs = row.database_ms + answered.monotonicMs - asked.monotonicMs;
    const databaseMs = Math.min(Math.max(answered.hostMs, row.database_ms), latestMs);
    return { sample: { ...answered, databaseMs }, row };
  }

  private async remember(reason: HaltReason, hostMs: number): Promise<void> {
    await this.options.pool.query(HALT, [reason, hostMs]);
  }

  private become(reason: HaltReason | undefined): void {
    if (reason === this.reason) return;
    this.reason = reason;
    if (reason === undefined) this.options.log.info('legal effects are recorded again');
    else this.options.log.caution('legal effects are halted', { reason, alarm: true });
    for (const listener of this.listeners) listener(reason !== undefined);
  }

  private tell(verdict: ClockVerdict): void {
    if (verdict.kind === 'alarm' && this.verdict?.kind !== 'alarm') {
      this.options.log.caution('host and database differ in time', {
        skewMs: verdict.skewMs,
        alarm: true,
      });
    }
    this.verdict = verdict;
  }
}

const LOOK = `select extract(epoch from clock_timestamp())::float8 * 1000 as database_ms,
  extract(epoch from host_seen_at)::float8 * 1000 as host_seen_ms, reason from clock_watch`;
const SEEN = `update clock_watch set host_seen_at = to_timestamp($1::float8 / 1000)`;
const HALT = `update clock_watch set halted_at = clock_timestamp(), reason = $1,
  host_seen_at = to_timestamp($2::float8 / 1000) where reason is null`;
const RESUME = `update clock_watch set halted_at = null, reason = null,
  host_seen_at = to_timestamp($1::float8 / 1000)`;

const SKEWED = {
  zh: '主机与数据库的时钟相差 2 秒以上。',
  en: 'The clocks of host and database differ by more than two seconds.',
};

const resumed = {
  zh: '管理员确认后可恢复记录法定效果。',
  en: 'An administrator can resume the recording of legal effects.',
};

const HALTED = {
  'clocks-differ': {
    zh: `主机与数据库的时钟相差 30 秒以上，${resumed.zh}`,
    en: `The clocks of host and database differ by more than 30 seconds. ${resumed.en}`,
  },
  'clock-went-back': {
    zh: `主机时钟被往回拨，${resumed.zh}`,
    en: `The clock of the host went back. ${resumed.en}`,
  },
  'clock-jumped-ahead': {
    zh: `主机时钟向前跳变，${resumed.zh}`,
    en: `The clock of the host jumped ahead. ${resumed.en}`,
  },
} as const;
