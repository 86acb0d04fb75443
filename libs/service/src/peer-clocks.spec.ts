import { instantOf } from '@onewindow/kernel';
import { PeerClocks } from './peer-clocks.js';

const NOON = Date.parse('2026-06-01T04:00:00.000Z');
const at = (ms: number) => ({ hostMs: NOON + ms, monotonicMs: 5_000 + ms });
const peer = (aheadMs: number, roundTripMs = 0) => ({
  participant: 'approval-bureau' as const,
  at: instantOf(NOON + aheadMs),
  roundTripMs,
});

/** What follows from one answer that is looked at some time later. */
function skewAfter(heard: ReturnType<typeof peer>, waitedMs = 0): number | undefined {
  const clocks = new PeerClocks();
  clocks.hear(heard, at(0));
  return clocks.skews(at(waitedMs))[0]?.skewMs;
}

describe("A peer's clock", () => {
  it.each([
    ['agrees', 0, 0, 0],
    ['is ahead', 5_000, 0, -5_000],
    ['is behind', -5_000, 0, 5_000],
    ['is behind by less than the round trip', -800, 1_000, 0],
    ['is behind by more than the round trip', -1_500, 1_000, 500],
    ['is ahead, however long the round trip was', 1_500, 1_000, -1_500],
  ])('that %s', (_, aheadMs, roundTripMs, skewMs) => {
    expect(skewAfter(peer(aheadMs, roundTripMs))).toBeCloseTo(skewMs);
  });

  it('is taken to go on as ours does, until it is too old to say anything', () => {
    expect(skewAfter(peer(5_000), 60_000)).toBe(-5_000);
    expect(skewAfter(peer(5_000), 60_001)).toBeUndefined();
  });

  it('gives away that ours was set after the answer', () => {
    const clocks = new PeerClocks();
    clocks.hear(peer(0), at(0));

    expect(clocks.skews({ hostMs: NOON + 41_000, monotonicMs: 6_000 })).toEqual([
      { participant: 'approval-bureau', skewMs: 40_000 },
    ]);
  });

  it('counts as it was told last', () => {
    const clocks = new PeerClocks();
    clocks.hear(peer(90_000), at(0));
    clocks.hear(peer(0), at(0));

    expect(clocks.skews(at(0))).toEqual([{ participant: 'approval-bureau', skewMs: 0 }]);
  });
});
