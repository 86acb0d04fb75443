import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DemoReport } from '../src/demo/demo-report.js';
import { repositoryRoot } from './repository.js';

/** What happens to the platform when the story says a line that begins so; the story waits until it has happened. */
export type Turns = Readonly<Record<string, () => Promise<void>>>;

/** Runs the program of `npm run demo` to its end and returns its report; throws with what it said when it fails. */
export async function aDemonstration(args: readonly string[], turns: Turns): Promise<DemoReport> {
  const program = join(repositoryRoot, 'tools', 'dist', 'demo', 'main.js');
  const child = spawn(process.execPath, [program, '--json', ...args], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const document: string[] = [];
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => document.push(text));
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  const left = new Map(Object.entries(turns));
  const takeTurn = async (line: string) => {
    said.push(line);
    const beginning = [...left.keys()].find((each) => line.startsWith(each));
    if (beginning === undefined) return;
    child.kill('SIGSTOP');
    await left.get(beginning)?.();
    left.delete(beginning);
    child.kill('SIGCONT');
  };
  try {
    for await (const line of createInterface({ input: child.stderr })) await takeTurn(line);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  if ((await ended) !== 0) throw new Error(`the story failed:\n${said.join('\n')}`);
  return JSON.parse(document.join('')) as DemoReport;
}
