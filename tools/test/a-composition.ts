import { randomBytes } from 'node:crypto';
import { freePort } from '@onewindow/local-servers';
import { Composition, type ContainerReading } from '../src/containers/composition.js';
import { projectOf } from '../src/containers/leftovers.js';
import { SPEC_TAG } from '../src/containers/images.js';

/** Starting everything, on a machine with much else to do. */
export const STARTED_MS = 900_000;
export const SLOW_MS = 600_000;

const KEPT = '/var/lib/onewindow';
const FILES = {
  demonstration: ['docker-compose.yml', 'docker-compose.demo.yml'],
  production: ['docker-compose.yml'],
} as const;

/** For whoever watches the run: how long it took. */
export async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  const result = await work();
  process.stderr.write(`   ${what}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  return result;
}

/** A platform in containers of the spec's own, not yet started. */
export async function aComposition(kind: keyof typeof FILES) {
  const run = process.env['OW_SPEC_RUN'] ?? randomBytes(3).toString('hex');
  const port = await freePort();
  const project = `${projectOf(run)}-${kind}`;
  const composed = new Composition({
    project,
    files: FILES[kind],
    variables: { ONEWINDOW_PORT: String(port), ONEWINDOW_TAG: SPEC_TAG },
  });
  return {
    composed,
    project,
    url: `http://127.0.0.1:${port}`,

    start: () =>
      timed(`${kind}: up and healthy`, async () => {
        await composed.up();
        await composed.healthy();
      }),

    async serviceNamed(name: string): Promise<ContainerReading> {
      const found = (await composed.containers()).find(({ service }) => service === name);
      if (found === undefined) throw new Error(`no container of ${name}`);
      return found;
    },

    /** What a script tells of the files that the set-up keeps, to somebody with the right to start containers. */
    async kept(script: string): Promise<string> {
      const asked = ['--entrypoint', 'bash', 'set-up', '-c', `cd ${KEPT} && ${script}`];
      const { code, stdout, stderr } = await composed.once(...asked);
      if (code !== 0) throw new Error(stderr);
      return stdout;
    },

    /** Everything of the project that Docker still knows of. */
    async left(): Promise<readonly string[]> {
      const kinds = ['container', 'volume', 'network'] as const;
      return (await Promise.all(kinds.map((each) => composed.left(each)))).flat();
    },
  };
}

export type SpecComposition = Awaited<ReturnType<typeof aComposition>>;
