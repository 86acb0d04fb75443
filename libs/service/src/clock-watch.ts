import type { ParticipantToken } from '@onewindow/contracts';

/** One look at the clocks, in milliseconds. */
export interface ClockSample {
  /** The host's clock. */
  readonly hostMs: number;
  /** A clock that nobody sets: the process's own monotonic time. */
  readonly monotonicMs: number;
  /** The database's clock, brought forward to the moment of the look. */
  readonly databaseMs: number;
  /** What the peers' clocks say; none where nobody was heard. */
  readonly peers?: PeerVotes;
}

/** By how much the host's clock is ahead of a peer's; negative where it is behind. */
export interface PeerSkew {
  readonly participant: ParticipantToken;
  readonly skewMs: number;
}

/** The peers that were heard lately, and how many there are in all. */
export interface PeerVotes {
  readonly heard: readonly PeerSkew[];
  readonly all: number;
}

export type ClockVerdict =
  | { readonly kind: 'agreed'; readonly skewMs: number }
  | { readonly kind: 'alarm'; readonly skewMs: number; readonly peers: readonly PeerSkew[] }
  | { readonly kind: 'halt'; readonly skewMs: number; readonly reason: HaltReason };

export const HALT_REASONS = [
  'clocks-differ',
  'clock-went-back',
  'clock-jumped-ahead',
  'peers-differ',
] as const;
export type HaltReason = (typeof HALT_REASONS)[number];

export const ALARM_SKEW_MS = 2_000;
export const HALT_SKEW_MS = 30_000;
/** Corrections of a time service step back by milliseconds; more than this is somebody setting the clock. */
export const TOLERATED_STEP_BACK_MS = 1_000;

/**
 * Compares the host's clock with the database's, with itself and with the peers'. A clock that jumped makes every legal effect
 * doubtful: recording one too early cannot be taken back, recording it late can be explained.
 */
export function judgeClocks(
  before: ClockSample | undefined,
  now: ClockSample,
  /** Where the host's clock stood before this process was started, as far as the database remembers. */
  seenMs = Number.NEGATIVE_INFINITY,
): ClockVerdict {
  const skewMs = Math.round(now.hostMs - now.databaseMs);
  const wentBack = now.hostMs < seenMs - TOLERATED_STEP_BACK_MS;
  if (wentBack) return { kind: 'halt', skewMs, reason: 'clock-went-back' };
  if (Math.abs(skewMs) > HALT_SKEW_MS) return { kind: 'halt', skewMs, reason: 'clocks-differ' };
  const reason = before && jumpBetween(before, now);
  if (reason !== undefined) return { kind: 'halt', skewMs, reason };
  if (isOutvoted(now.peers)) return { kind: 'halt', skewMs, reason: 'peers-differ' };
  const peers = now.peers?.heard.filter((each) => Math.abs(each.skewMs) > ALARM_SKEW_MS) ?? [];
  if (peers.length === 0 && Math.abs(skewMs) <= ALARM_SKEW_MS) return { kind: 'agreed', skewMs };
  return { kind: 'alarm', skewMs, peers };
}

/**
 * More than half of all peers are far from the host's clock, so it is most likely the host's that is wrong. One of several
 * must not halt the others with its own wrong clock; who has one peer only has to believe it.
 */
export const isOutvoted = ({ heard, all }: PeerVotes = { heard: [], all: 0 }): boolean =>
  heard.filter(({ skewMs }) => Math.abs(skewMs) > HALT_SKEW_MS).length * 2 >
  Math.max(all, heard.length);

export type HostSample = Pick<ClockSample, 'hostMs' | 'monotonicMs'>;

/** Whether somebody set the host's clock between two looks at it, and which way. */
export function jumpBetween(before: HostSample, now: HostSample): HaltReason | undefined {
  const stepMs = now.hostMs - before.hostMs - (now.monotonicMs - before.monotonicMs);
  if (stepMs < -TOLERATED_STEP_BACK_MS) return 'clock-went-back';
  return stepMs > HALT_SKEW_MS ? 'clock-jumped-ahead' : undefined;
}
