import type { PeerClockReading } from '@onewindow/bus';
import type { ParticipantToken } from '@onewindow/contracts';
import { defineRefusals } from '@onewindow/kernel';
import type { Pool } from 'pg';
import { ClockMemory, type RememberedClock } from './clock-memory.js';
import { alarmRemark, HALT_REMARKS } from './clock-remarks.js';
import {
  isOutvoted,
  judgeClocks,
  jumpBetween,
  type ClockSample,
  type ClockVerdict,
  type HaltReason,
  type HostSample,
  type PeerSkew,
  type PeerVotes,
} from './clock-watch.js';
import type { ServiceLog } from './log.js';
import { PeerClocks } from './peer-clocks.js';
import type { PartState } from './readiness.js';

export const effectsRefusals = defineRefusals({
  'clocks-still-differ': {
    kind: 'conflict',
    zh: '主机时钟与数据库或多数其他服务主机的时钟仍相差 30 秒以上，请先校准时钟再恢复。',
    en: 'The clock of the host still differs by more than 30 seconds from that of the database or of most other services; set it right before resuming.',
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

/** How the clocks stood at the last look. */
export interface WatchedClocks {
  readonly haltReason?: HaltReason;
  readonly alarm: boolean;
  /** By how much the host is ahead of the database. */
  readonly databaseSkewMs: number;
  readonly peers: readonly PeerSkew[];
}

const REMEMBER_EVERY_MS = 30_000;
/** How long a process that has just started waits for its peers' clocks before it trusts its own. */
const PEERS_HEARD_WITHIN_MS = 10_000;

/**
 * Halts the recording of legal effects when a clock cannot be trusted, until an administrator resumes it. The halt is kept in the
 * database: a restart does not lift it, and every process of the service sees it.
 */
export class EffectsGuard {
  private before: ClockSample | undefined;
  private verdict: ClockVerdict | undefined;
  private reason: HaltReason | undefined;
  private rememberedMs = Number.NEGATIVE_INFINITY;
  private expected: ReadonlySet<ParticipantToken> = new Set();
  private trustsAloneFromMs = Number.NEGATIVE_INFINITY;
  private readonly clocks: HostClocks;
  private readonly memory: ClockMemory;
  private readonly peers = new PeerClocks();
  private readonly listeners = new Set<(halted: boolean) => void>();

  constructor(private readonly options: EffectsGuardOptions) {
    this.clocks = options.clocks ?? hostClocks;
    this.memory = new ClockMemory(options.pool);
  }

  /** Whose clocks are going to be heard. Effects wait a moment for them: a host that starts with a wrong clock is to learn of it. */
  expectPeers(participants: readonly ParticipantToken[]): void {
    this.expected = new Set(participants);
    this.trustsAloneFromMs = this.clocks().monotonicMs + PEERS_HEARD_WITHIN_MS;
  }

  /** A peer told its clock in an answer that has just arrived. */
  hear(reading: PeerClockReading): void {
    this.peers.hear(reading, this.clocks());
  }

  /**
   * Whether the host's clock goes on as it did at the last look, and as the peers' clocks do: between two looks it may jump
   * and make everything due.
   */
  isSteady(): boolean {
    const now = this.clocks();
    if (this.before !== undefined && jumpBetween(this.before, now) !== undefined) return false;
    const votes = this.votes(now);
    if (isOutvoted(votes)) return false;
    return votes.heard.length >= votes.all || now.monotonicMs >= this.trustsAloneFromMs;
  }

  /** Tells the listener when legal effects must not be recorded, and when they may be again; at once where they are halted already. */
  whenHaltedOrResumed(listener: (halted: boolean) => void): void {
    this.listeners.add(listener);
    if (this.reason !== undefined) listener(true);
  }

  /** One look at the clocks and at what the database remembers. */
  async look(): Promise<void> {
    const { sample, remembered } = await this.sample();
    const seenMs = this.before === undefined ? (remembered.hostSeenMs ?? undefined) : undefined;
    const verdict = judgeClocks(this.before, sample, seenMs);
    this.before = sample;
    this.tell(verdict);
    if (verdict.kind === 'halt' && remembered.reason === null) {
      await this.memory.halt(verdict.reason, sample);
      this.become(verdict.reason);
    } else {
      this.become(remembered.reason ?? undefined);
      if (sample.monotonicMs - this.rememberedMs >= REMEMBER_EVERY_MS) {
        await this.memory.see(sample);
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
    await this.memory.resume(sample);
    this.become(undefined);
  }

  state(): PartState {
    if (this.reason !== undefined) return { ready: true, remark: HALT_REMARKS[this.reason] };
    const { verdict } = this;
    if (verdict?.kind !== 'alarm') return { ready: true };
    return { ready: true, remark: alarmRemark(verdict.peers) };
  }

  /** Undefined before the first look, and for ever where the clock is a simulated one. */
  watched(): WatchedClocks | undefined {
    if (this.verdict === undefined) return undefined;
    return {
      ...(this.reason !== undefined && { haltReason: this.reason }),
      alarm: this.verdict.kind !== 'agreed',
      databaseSkewMs: this.verdict.skewMs,
      peers: this.votes(this.clocks()).heard,
    };
  }

  private async sample(): Promise<{ sample: ClockSample; remembered: RememberedClock }> {
    const asked = this.clocks();
    const remembered = await this.memory.look();
    const answered = this.clocks();
    // The database looked at its clock at some moment of the round trip: the most favourable one counts.
    const latestMs = remembered.databaseMs + answered.monotonicMs - asked.monotonicMs;
    const databaseMs = Math.min(Math.max(answered.hostMs, remembered.databaseMs), latestMs);
    return { sample: { ...answered, databaseMs, peers: this.votes(answered) }, remembered };
  }

  private votes(now: HostSample): PeerVotes {
    return { heard: this.peers.skews(now), all: this.expected.size };
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
      const { skewMs, peers } = verdict;
      const differing = peers
        .map((each) => `${each.participant} ${String(each.skewMs)}`)
        .join(', ');
      this.options.log.caution('clocks differ', { skewMs, peers: differing, alarm: true });
    }
    this.verdict = verdict;
  }
}
