/** What the set-up of the `int` specs leaves in the environment of every worker. */
export const SPEC_POSTGRES_URL = 'OW_SPEC_POSTGRES_URL';
export const SPEC_NATS_SERVER = 'OW_SPEC_NATS_SERVER';
export const SPEC_FOLDER = 'OW_SPEC_FOLDER';

/** Where the servers of `int` specs run: `containers`, or as processes of this machine when it is not set. */
export const SPEC_SERVERS = 'OW_SPEC_SERVERS';

/** Names the run; whoever started it removes by it what a spec that was interrupted left behind. */
export const SPEC_RUN = 'OW_SPEC_RUN';

/** Labels of every container that a spec starts. */
export const containerLabels = (): Record<string, string> => ({
  'onewindow.spec-run': process.env[SPEC_RUN] ?? 'alone',
});

export const inContainers = (): boolean => process.env[SPEC_SERVERS] === 'containers';

/** A specs' database may forget everything at a crash: nothing outlives the run. */
export const QUICK = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '200',
  shared_buffers: '64MB',
} as const;

/** Reads one of them; only specs named `*.int.spec.ts` have servers. */
export function fromSetUp(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set: servers are there only for specs named *.int.spec.ts`);
  }
  return value;
}
