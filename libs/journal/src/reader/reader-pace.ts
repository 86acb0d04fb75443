/** How fast a reader looks, tells and tries again. */
export interface ReaderPace {
  readonly batch: number;
  /** Messages taken in and not yet handled; past it nothing is fetched. */
  readonly mostOutstanding: number;
  readonly fetchMs: number;
  /** How often to confirm while there is something new to confirm, and else. */
  readonly confirmMs: number;
  readonly heartbeatMs: number;
  /** How long what the producer has sent may be on its way. */
  readonly lostAfterMs: number;
  readonly retryMs: number;
  /** How often to look whether the route has become ours. */
  readonly standbyMs: number;
}

export const READER_PACE: ReaderPace = {
  batch: 200,
  mostOutstanding: 500,
  fetchMs: 500,
  confirmMs: 200,
  heartbeatMs: 2_000,
  lostAfterMs: 1_000,
  retryMs: 100,
  standbyMs: 500,
};
