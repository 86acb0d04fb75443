import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from '@onewindow/testing';

const program = fileURLToPath(new URL('./programs/slow-to-stop.mjs', import.meta.url));

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
}

async function started(): Promise<Started> {
  const child = fork(program, { execArgv: [], stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const written: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  const first = await Promise.race([once(child, 'message').then(() => 'message'), exit]);
  if (first !== 'message') throw new Error(`ended with ${String(first)}`);
  return { child, output: () => written.join(''), exit };
}

const stopping = ({ output }: Started) => eventually(() => expect(output()).toContain('stopping'));

describe('The life of a process', () => {
  it('ends gently at a signal', async () => {
    const process = await started();
    process.child.kill('SIGTERM');
    await stopping(process);
    process.child.send('finish');

    expect(await process.exit).toBe(0);
  });

  it('takes a terminal’s signal and a supervisor’s for the same stop', async () => {
    const process = await started();
    process.child.kill('SIGINT');
    await stopping(process);
    process.child.kill('SIGTERM');
    process.child.send('finish');

    expect(await process.exit).toBe(0);
  });

  it('ends at once at the same signal again', async () => {
    const process = await started();
    process.child.kill('SIGTERM');
    await stopping(process);
    process.child.kill('SIGTERM');

    expect(await process.exit).toBe(1);
  });

  it('ends with a line in the log and a code for the supervisor after an error that nobody caught', async () => {
    const process = await started();
    process.child.send('throw');

    expect(await process.exit).toBe(1);
    expect(process.output()).toContain('nobody expected this');
  });
});
