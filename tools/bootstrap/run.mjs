import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a program, hands every signal on to it, and resolves with the exit code that a shell would give. */
export function runToEnd(command, args, options, onOutput) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options);
    const forward = (signal) => child.kill(signal);
    for (const signal of FORWARDED) process.on(signal, forward);
    child.stdout?.on('data', onOutput);
    child.stderr?.on('data', onOutput);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const each of FORWARDED) process.off(each, forward);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
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
