import { workspaceRoot } from '@onewindow/local-servers';
import { until } from '../story/until.js';
import { composeCommand, docker, ending, outputOf, type Ending } from './docker.js';

export interface CompositionOptions {
  /** Sets its containers, volumes and networks apart from all others. */
  readonly project: string;
  /** Compose files of the clone, the later over the earlier. */
  readonly files: readonly string[];
  /** Variables that the files name. */
  readonly variables: Readonly<Record<string, string>>;
}

/** One container as Docker tells of it. */
export interface ContainerReading {
  readonly service: string;
  readonly id: string;
  /** `healthy`, `starting`, `unhealthy`; undefined where nobody asks after its health. */
  readonly health: string | undefined;
  readonly running: boolean;
  readonly exitCode: number;
  readonly user: string;
  readonly environment: readonly string[];
  /** All that `docker inspect` shows. */
  readonly shown: string;
}

interface Inspected {
  readonly Id: string;
  readonly Config: {
    readonly User: string;
    readonly Env: readonly string[];
    readonly Labels: Readonly<Record<string, string>>;
  };
  readonly State: {
    readonly Running: boolean;
    readonly ExitCode: number;
    readonly Health?: { readonly Status: string };
  };
}

/** A minute where there is nothing else to do. */
const HEALTHY_WITHIN_MS = 480_000;

/** The platform as Compose runs it from the files of this clone. */
export class Composition {
  private readonly words: readonly [string, ...string[]];

  constructor(private readonly options: CompositionOptions) {
    const words = composeCommand();
    if (words === undefined) throw new Error('there is no Compose here');
    this.words = words;
  }

  /** Both images, one after the other: side by side they would install the same packages. */
  async build(): Promise<void> {
    for (const service of ['gateway-centre', 'set-up'])
      await this.compose('build', '--quiet', service);
  }

  /** Starts what is not running; resolves when Compose has started everything, healthy or not. */
  up(): Promise<string> {
    return this.compose('up', '-d', '--no-build');
  }

  /** Resolves when every container whose health is asked after is well. */
  async healthy(withinMs = HEALTHY_WITHIN_MS): Promise<void> {
    let ill: readonly string[] = [];
    const look = async () => {
      const readings = await this.containers();
      ill = readings
        .filter(({ health }) => health !== undefined && health !== 'healthy')
        .map(({ service }) => service);
      return ill.length === 0 ? true : undefined;
    };
    await until('health', look, withinMs).catch(async (error: unknown) => {
      const logs = await Promise.all(ill.map((service) => this.logs(service, 10)));
      const told = [`not healthy within ${withinMs} ms: ${ill.join(', ')}`, ...logs].join('\n');
      throw new Error(told, { cause: error });
    });
  }

  stop(...services: readonly string[]): Promise<string> {
    return this.compose('stop', ...services);
  }

  start(...services: readonly string[]): Promise<string> {
    return this.compose('start', ...services);
  }

  restart(...services: readonly string[]): Promise<string> {
    return this.compose('restart', ...services);
  }

  /** Runs a one-time container to its end. */
  once(...args: readonly string[]): Promise<Ending> {
    const [command, ...rest] = this.line('run', '--rm', '-T', ...args);
    return ending(command, rest, this.surroundings());
  }

  private logs(service: string, lines: number): Promise<string> {
    return this.compose('logs', '--no-color', '--tail', String(lines), service);
  }

  /** Sends a signal to the processes of running services. */
  signal(signal: string, ...services: readonly string[]): Promise<string> {
    return this.compose('kill', '-s', signal, ...services);
  }

  /** Removes containers and networks; what is kept stays in its volumes. */
  down(): Promise<string> {
    return this.compose('down', '--remove-orphans', '--timeout', '15');
  }

  /** Removes everything, with the volumes all that was kept. */
  remove(): Promise<string> {
    return this.compose('down', '--volumes', '--remove-orphans', '--timeout', '15');
  }

  async containers(): Promise<readonly ContainerReading[]> {
    const ids = await this.left('container');
    if (ids.length === 0) return [];
    const inspected = JSON.parse(await docker('inspect', ...ids)) as readonly Inspected[];
    return inspected.map((each) => ({
      service: each.Config.Labels['com.docker.compose.service'] ?? '',
      id: each.Id,
      health: each.State.Health?.Status,
      running: each.State.Running,
      exitCode: each.State.ExitCode,
      user: each.Config.User,
      environment: each.Config.Env,
      shown: JSON.stringify(each),
    }));
  }

  /** What of this project there is at the moment, by id or name. */
  async left(kind: 'container' | 'volume' | 'network'): Promise<readonly string[]> {
    const all = kind === 'container' ? ['--all'] : [];
    const filter = `label=com.docker.compose.project=${this.options.project}`;
    const found = await docker(kind, 'ls', ...all, '--quiet', '--filter', filter);
    return found.split('\n').filter((each) => each !== '');
  }

  private compose(...args: readonly string[]): Promise<string> {
    const [command, ...rest] = this.line(...args);
    return outputOf(command, rest, this.surroundings());
  }

  private line(...args: readonly string[]): readonly [string, ...string[]] {
    const { project, files } = this.options;
    const named = files.flatMap((file) => ['--file', file]);
    return [...this.words, '--project-name', project, ...named, ...args];
  }

  private surroundings() {
    const env = { ...process.env, ...this.options.variables };
    return { cwd: workspaceRoot(), env };
  }
}
