import type { PeerClockReading } from '@onewindow/bus';
import type { ParticipantToken } from '@onewindow/contracts';
import type { HostSample, PeerSkew } from './clock-watch.js';

interface Heard {
  /** The peer's clock and ours at the moment of the answer. */
  readonly peerMs: number;
  readonly monotonicMs: number;
  readonly roundTripMs: number;
}

/** A peer beats every two seconds; what it said a minute ago says nothing of its clock now. */
const FRESH_FOR_MS = 60_000;

/** What the clocks of those whose events are heard said last. */
export class PeerClocks {
  private readonly heard = new Map<ParticipantToken, Heard>();

  /** A peer told its clock in an answer that has just arrived. */
  hear({ participant, at, roundTripMs }: PeerClockReading, { monotonicMs }: HostSample): void {
    this.heard.set(participant, { peerMs: Date.parse(at), monotonicMs, roundTripMs });
  }

  /**
   * The skew against every peer that was heard lately. A peer looked at its clock at some moment of the round trip: the most
   * favourable one counts, so that a slow answer is never taken for a wrong clock.
   */
  skews(now: HostSample): readonly PeerSkew[] {
    return [...this.heard]
      .filter(([, { monotonicMs }]) => now.monotonicMs - monotonicMs <= FRESH_FOR_MS)
      .map(([participant, { peerMs, monotonicMs, roundTripMs }]) => {
        const earliestMs = peerMs + now.monotonicMs - monotonicMs;
        const likeliestMs = Math.min(Math.max(now.hostMs, earliestMs), earliestMs + roundTripMs);
        return { participant, skewMs: Math.round(now.hostMs - likeliestMs) };
      });
  }
}
