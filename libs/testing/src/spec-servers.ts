/** What the set-up of the `int` specs leaves in the environment of every worker. */
export const SPEC_POSTGRES_URL = 'OW_SPEC_POSTGRES_URL';
export const SPEC_NATS_SERVER = 'OW_SPEC_NATS_SERVER';
export const SPEC_FOLDER = 'OW_SPEC_FOLDER';

/** Reads one of them; only specs named `*.int.spec.ts` have servers. */
export function fromSetUp(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set: servers are there only for specs named *.int.spec.ts`);
  }
  return value;
}
