import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, keep, release, signalProcess, until } from '@onewindow/local-servers';
import { crashesInARow, pauseAfter } from './back-off.js';
import { isReadyAt } from './health.js';
import { platformRefusals } from './refusals.js';

/** How one process of the platform is run. */
export interface ServiceProgram {
  readonly name: string;
  /** Node's own flags, then the entry. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly healthPort: number;
  readonly logFile: string;
  /** Folder of the keeper that ends the process when the platform's own process dies. */
  readonly kept: string;
  readonly faults: boolean;
  tell(line: string): void;
}

/** One service of the platform as a process: started again when it crashes, until it is stopped. */
export interface ServiceProcess {
  readonly name: string;
  /** Process id, undefined between two runs. */
  readonly pid: number | undefined;
  /** How often it has ended without being told to. */
  readonly crashes: number;
  /** Starts it; resolves when it says that it is ready. */
  start(): Promise<void>;
  /** Resolves when it is ready; refuses when it is not in time, with the end of its log. */
  ready(withinMs?: number): Promise<void>;
  /** Ends it for good, gently first. */
  stop(withinMs?: number): Promise<void>;
  /** Sends a signal and lets what follows happen: after SIGKILL it is started again. */
  kill(signal?: NodeJS.Signals): void;
  /** Makes it kill itself at the n-th passing of a named point of its code; resolves when it knows. */
  armFault(point: string, nth?: number): Promise<void>;
}

const READY_WITHIN_MS = 60_000;
/** The configuration is wrong (`EX_CONFIG`): starting again would not help. */
const EXIT_CODE_OF_MISTAKES = 78;
/** Nobody runs that long who cannot start. */
const CAME_UP_AFTER_MS = 10_000;
/** It never came up in so many starts: another will not help, somebody has to read the log. */
const HOPELESS_AFTER_STARTS = 4;

export function createServiceProcess(program: ServiceProgram): ServiceProcess {
  let child: ChildProcess | undefined;
  let isWanted = false;
  let inARow = 0;
  let crashes = 0;
  let startsInVain = 0;
  let logFrom = 0;

  function launch(): void {
    const log = openSync(program.logFile, 'a');
    const startedAt = Date.now();
    const launched = spawn(process.execPath, program.args, {
      env: program.environment,
      stdio: program.faults ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    child = launched;
    const { pid } = launched;
    if (pid !== undefined) keep(program.kept, pid);
    launched.once('error', (error) => program.tell(`${program.name}: ${error.message}`));
    // Being ready is told once; who came up and was killed later did not start in vain.
    launched.on('message', (message) => {
      if (isReadyMessage(message)) startsInVain = 0;
    });
    launched.once('exit', (code, signal) => {
      if (pid !== undefined) release(program.kept, pid);
      if (child !== launched) return;
      child = undefined;
      if (code === EXIT_CODE_OF_MISTAKES) startsInVain = HOPELESS_AFTER_STARTS;
      else if (isWanted) void again(`${code ?? signal ?? ''}`, Date.now() - startedAt);
    });
  }

  const isMissing = () => isWanted && child === undefined;

  async function again(how: string, ranForMs: number): Promise<void> {
    crashes += 1;
    inARow = crashesInARow(inARow, ranForMs);
    startsInVain = ranForMs > CAME_UP_AFTER_MS ? 0 : startsInVain + 1;
    // A spec that kills again and again wants it back each time.
    const wait = pauseAfter(program.faults ? 1 : inARow);
    program.tell(`${program.name} ended (${how}) and is started again in ${wait} ms`);
    await pause(wait);
    if (isMissing()) launch();
  }

  async function ready(withinMs = READY_WITHIN_MS): Promise<void> {
    const isHopeless = () => !isWanted || startsInVain >= HOPELESS_AFTER_STARTS;
    await until(async () => isHopeless() || (await isReady()), withinMs, 40);
    if (isHopeless() || !(await isReady())) throw didNotStart(program, logFrom);
  }

  async function isReady(): Promise<boolean> {
    const isSo = child !== undefined && (await isReadyAt(program.healthPort));
    if (isSo) startsInVain = 0;
    return isSo;
  }

  return {
    name: program.name,
    get pid() {
      return child?.pid;
    },
    get crashes() {
      return crashes;
    },
    async start() {
      isWanted = true;
      inARow = 0;
      startsInVain = 0;
      logFrom = statSync(program.logFile, { throwIfNoEntry: false })?.size ?? 0;
      if (child === undefined) launch();
      await ready();
    },
    ready,
    async stop(withinMs = 5_000) {
      isWanted = false;
      const pid = child?.pid;
      if (pid !== undefined && !(await endProcess(pid, 'SIGTERM', withinMs))) {
        program.tell(`${program.name} did not stop within ${withinMs} ms and was ended`);
      }
      child = undefined;
    },
    kill: (signal = 'SIGKILL') => {
      if (child?.pid !== undefined) signalProcess(child.pid, signal);
    },
    armFault: (point, nth = 1) => arm(child, point, nth),
  };
}

function arm(child: ChildProcess | undefined, point: string, nth: number): Promise<void> {
  return new Promise((resolve, reject) => {
    if (child?.connected !== true) {
      reject(new Error('faults are armed only in a platform that was started with them'));
      return;
    }
    const takeAnswer = (message: unknown) => {
      if (!isArmedMessage(message, point)) return;
      child.off('message', takeAnswer);
      resolve();
    };
    child.on('message', takeAnswer);
    child.once('exit', () => reject(new Error(`it ended before it knew of ${point}`)));
    child.send({ type: 'arm-fault', point, nth }, (error) => {
      if (error !== null) reject(error);
    });
  });
}

function didNotStart({ name, logFile }: ServiceProgram, logFrom: number): Error {
  const tail = readFileSync(logFile).subarray(logFrom).toString().trimEnd().split('\n').slice(-15);
  const message = [`${name} (${logFile}):`, ...tail.map((line) => line.slice(0, 400))].join('\n');
  return platformRefusals.refuse('service-did-not-start', [
    { rule: 'service-ready', path: name, message: { zh: message, en: message } },
  ]);
}

const isArmedMessage = (message: unknown, point: string): boolean =>
  isOf(message, 'fault-armed') && 'point' in message && message.point === point;

const isReadyMessage = (message: unknown): boolean => isOf(message, 'ready');

const isOf = (message: unknown, type: string): message is object =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === type;
