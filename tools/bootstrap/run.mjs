import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { clearInterval, setInterval } from 'node:timers';

const PARENT_POLL_MS = 300;
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a program, hands every signal on to it, and resolves with the exit code that a shell would give. */
export function runToEnd(command, args, options, onOutput) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options);
    const forward = (signal) => child.kill(signal);
    for (const signal of FORWARDED) process.on(signal, forward);
    const watch = watchParent(() => forward('SIGTERM'));
    child.stdout?.on('data', onOutput);
    child.stderr?.on('data', onOutput);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearInterval(watch);
      for (const each of FORWARDED) process.off(each, forward);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/**
 * npm hands a signal to the shell between it and us, and that shell dies of it without a word: that our parent is
 * gone is all we see, and it means that we were stopped.
 */
function watchParent(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onGone();
  }, PARENT_POLL_MS);
  return watch.unref();
}

/**
 * Runs a step of the preparation. What it prints is shown only when it fails, and then on stderr: stdout belongs to
 * the command, and nobody reads a list of builds that went well.
 */
export async function runStep(command, args, { cwd, env }) {
  const printed = [];
  const code = await runToEnd(
    command,
    args,
    { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] },
    (bytes) => {
      printed.push(bytes);
    },
  );
  if (code === 0) return;
  process.stderr.write(Buffer.concat(printed));
  throw new Error(`${[command, ...args].join(' ')} ended with ${code}`);
}
