import { HUB_ACCOUNT, type Participant } from '@onewindow/contracts';

/** The brokers of a deployment in containers. Each keeps a copy of every stream, so that one of them may be away. */
export const BROKERS = ['nats-1', 'nats-2', 'nats-3'] as const;

export type BrokerName = (typeof BROKERS)[number];

export const CLIENT_PORT = 4222;
export const ROUTE_PORT = 6222;

/** What brokers call each other: names that exist only in the network that nobody else is in. */
export const routeHostOf = (broker: BrokerName): string => `${broker}-routes`;

export const BROKERS_URL = BROKERS.map((each) => `tls://${each}:${CLIENT_PORT}`).join(',');

const DATABASE_PORT = 5432;

/** The centre's services share a PostgreSQL, every department has its own: what it stores never leaves its house. */
export const databaseServerOf = ({ account, instance }: Participant): string =>
  account === HUB_ACCOUNT ? 'database-centre' : `database-${instance}`;

/** An administrator's URL; the password is in a file. */
export const administratorUrlOf = (databaseServer: string): string =>
  `postgresql://postgres@${databaseServer}:${DATABASE_PORT}/postgres`;
