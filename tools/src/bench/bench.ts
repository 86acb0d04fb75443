import type { Platform } from '../platform/start-platform.js';
import type { Cast } from '../story/cast.js';
import type { Exchange } from './load/exchange.js';
import type { runCase } from './load/one-case.js';
import type { Stretch } from './load/stretch.js';
import type { CasesOptions } from './options.js';

/** What the parts of one benchmark share. */
export interface Bench {
  readonly options: CasesOptions;
  readonly platform: Platform;
  readonly cast: Cast;
  readonly exchange: Exchange;
  readonly runOne: () => ReturnType<typeof runCase>;
  readonly quiet: () => Promise<void>;
  /** One measured stretch of the platform. */
  readonly stretch: () => Promise<Stretch>;
  readonly signal: AbortSignal;
  readonly tell: (line: string) => void;
}
