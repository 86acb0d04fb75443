import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../../src/index.js';

const program = fileURLToPath(new URL('./start-program.mjs', import.meta.url));

/** A service as a process of its own, as its supervisor sees it. */
export class SpecProcess {
  private readonly child: ChildProcess;
  private readonly written: string[] = [];
  private healthPort: number | undefined;
  private readonly ended: Promise<number | null>;

  constructor(name: 'counter' | 'tally', environment: Environment) {
    this.child = fork(program, [name], {
      env: { PATH: process.env.PATH, ...environment },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => this.written.push(chunk.toString()));
    }
    this.child.on('message', (message: { type: string; healthPort?: number }) => {
      if (message.type === 'ready') this.healthPort = message.healthPort;
    });
    this.ended = once(this.child, 'exit').then(([code]) => code as number | null);
  }

  get isReady(): boolean {
    return this.healthPort !== undefined;
  }

  get output(): string {
    return this.written.join('');
  }

  /** Resident memory in MiB. */
  get residentMib(): number {
    const status = readFileSync(`/proc/${String(this.child.pid)}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  }

  async ask(
    path: 'live' | 'ready',
    port = this.healthPort,
  ): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`http://127.0.0.1:${String(port)}/${path}`);
    return { status: response.status, body: await response.json() };
  }

  /** Resolves when the process knows where it is to die. */
  async armFault(point: string, nth = 1): Promise<void> {
    const armed = once(this.child, 'message');
    this.child.send({ type: 'arm-fault', point, nth });
    await armed;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** The exit code; null after a signal. */
  end(): Promise<number | null> {
    return this.ended;
  }

  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended;
  }
}
