import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { keep, release } from './keeper.js';
import { endProcess, isRunning } from './processes.js';
import type { Invocation } from './unprivileged.js';
import { until } from './until.js';

export interface ServerProcessOptions {
  readonly name: string;
  readonly logFile: string;
  /** Folder of the keeper that ends the server when its owner dies. */
  readonly kept?: string | undefined;
  /** What ends the server gently. */
  readonly signal: NodeJS.Signals;
  readonly readyWithinMs: number;
  readonly isReady: (pid: number) => boolean | Promise<boolean>;
}

/** The process of one server at a time: its start, its log, its end, expected or not. */
export class ServerProcess {
  private current: number | undefined;
  private isWanted = false;
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly options: ServerProcessOptions) {}

  /** Process id of the running server, undefined while it is stopped. */
  get pid(): number | undefined {
    return this.current;
  }

  /** Starts the program in a session of its own (a terminal's Ctrl-C is for us alone); resolves when it is ready. */
  async start(program: Invocation): Promise<void> {
    const { name, logFile, readyWithinMs, isReady } = this.options;
    if (this.current !== undefined) throw new Error(`${name} runs already`);
    const pid = this.launch(program);
    await until(async () => !isRunning(pid) || (await isReady(pid)), readyWithinMs);
    if (!isRunning(pid)) throw new Error(`${name} did not start:\n${tailOf(logFile)}`);
  }

  async stop(signal: NodeJS.Signals = this.options.signal, withinMs = 20_000): Promise<void> {
    this.isWanted = false;
    const pid = this.current;
    if (pid === undefined) return;
    await endProcess(pid, signal, withinMs);
    this.current = undefined;
  }

  /** Called when the server ends although nobody stopped it. */
  onUnexpectedEnd(listener: () => void): void {
    this.listeners.push(listener);
  }

  private launch({ command, args, ...ids }: Invocation): number {
    const { logFile, kept, signal, name } = this.options;
    const log = openSync(logFile, 'a');
    const stdio = ['ignore', log, log] as const;
    const child = spawn(command, args, { ...ids, stdio: [...stdio], detached: true });
    closeSync(log);
    child.unref();
    child.once('error', () => undefined);
    const { pid } = child;
    if (pid === undefined) throw new Error(`cannot run ${command} as ${name}`);
    this.current = pid;
    this.isWanted = true;
    if (kept !== undefined) keep(kept, pid, signal);
    child.once('exit', () => {
      if (kept !== undefined) release(kept, pid);
      if (this.current !== pid) return;
      this.current = undefined;
      if (this.isWanted) for (const listener of this.listeners) listener();
    });
    return pid;
  }
}

const tailOf = (file: string): string =>
  readFileSync(file, 'utf8').split('\n').slice(-12).join('\n');
