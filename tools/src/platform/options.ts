import type { Topology } from '@onewindow/contracts';
import type { Instant } from '@onewindow/kernel';
import type { DemonstrationAccount } from '../demonstration/accounts.js';

/** How a platform is run on one machine. */
export interface PlatformOptions {
  /** Everything that is kept lies here; an empty or missing folder is a new platform. */
  readonly dataDir: string;
  /** Port of the gateway; a free one when it is not given. */
  readonly httpPort?: number;
  /** Address that the gateway listens on; the loopback address unless given. */
  readonly httpHost?: string;
  /** How the gateway is reached from outside, for links in papers. */
  readonly publicUrl?: string;
  /** The simulated clock stands still at this instant until it is moved by command. */
  readonly clock?: 'host' | { readonly simulated: Instant };
  /** Lets specs arm fault points in the services. */
  readonly faults?: boolean;
  /** An administrator's URL of a PostgreSQL that runs already; ours is not started then. */
  readonly databaseUrl?: string;
  /** A nats-server that runs already, configured with the accounts of this folder; ours is not started then. */
  readonly natsUrl?: string;
  /** The nats-server program to run, instead of searching for one. */
  readonly natsServer?: string;
  readonly logLevel?: string;
  /** JSON file with the rules of the place. */
  readonly placeFile?: string;
  readonly topology?: Topology;
  readonly accounts?: readonly DemonstrationAccount[];
  /** More environment for every process, for specs. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Told what happens meanwhile, a line at a time. */
  readonly tell?: (line: string) => void;
}
