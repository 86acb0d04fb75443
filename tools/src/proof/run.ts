import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { workspaceRoot } from '@onewindow/local-servers';
import { INTERRUPTIONS } from './interruption.js';

/** A process that was left behind may hold the pipe of its parent open for ever: nobody listens to it longer. */
const LAST_WORDS_MS = 2_000;

/** Runs a program of the clone in sight of the user; resolves with its exit code, as a shell would give it. */
export async function run(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  label?: string,
): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: workspaceRoot(),
    stdio: label === undefined ? 'inherit' : ['inherit', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const said = label === undefined ? undefined : sayLines(child, label);
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of INTERRUPTIONS) process.on(signal, forward);
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    await Promise.race([said, pause(LAST_WORDS_MS, undefined, { ref: false })]);
    return code ?? 128 + constants.signals[signal ?? 'SIGTERM'];
  } finally {
    for (const each of INTERRUPTIONS) process.off(each, forward);
    for (const stream of [child.stdout, child.stderr]) stream?.destroy();
  }
}

/** Passes on what it says, line by line: each begins with the label, so that two programs may speak at once. */
async function sayLines({ stdout, stderr }: ChildProcess, label: string): Promise<void> {
  const spoken = [stdout, stderr].flatMap((stream) => stream ?? []);
  await Promise.all(
    spoken.map(async (stream) => {
      for await (const line of createInterface({ input: stream }))
        console.log(`${label} │ ${line}`);
    }),
  );
}
