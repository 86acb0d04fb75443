import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endKept, keep, startKeeper } from './keeper.js';
import { isRunning } from './processes.js';
import { until } from './until.js';

describe('A keeper', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'onewindow-keeper-'))));
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const kept = () => join(folder, 'kept');
  const aProcess = (script = 'setInterval(() => undefined, 1000)'): number => {
    const { pid } = spawn(process.execPath, ['-e', script], { stdio: 'ignore', detached: true });
    return Number(pid);
  };

  it('ends what is kept, the stubborn too, and removes the folder when its owner goes', async () => {
    const keeper = startKeeper(kept(), folder);
    const pid = aProcess();
    keep(kept(), pid);

    keeper.close();

    expect(await until(() => !isRunning(pid) && !isRunning(keeper.pid), 60_000)).toBe(true);
    expect(existsSync(folder)).toBe(false);
  });

  it('leaves alone a process that only has the id of one that was kept', async () => {
    const pid = aProcess();
    const note = JSON.stringify({ start: 'an earlier time', signal: 'SIGKILL' });
    mkdirSync(kept());
    writeFileSync(join(kept(), String(pid)), note);
    const keeper = startKeeper(kept());

    await endKept(kept());
    writeFileSync(join(kept(), String(pid)), note);
    keeper.close();

    expect(await until(() => !isRunning(keeper.pid), 60_000)).toBe(true);
    expect(isRunning(pid)).toBe(true);
    expect(readdirSync(kept())).toEqual([]);
    process.kill(pid, 'SIGKILL');
  });

  it('outlives its owner even when that is killed', async () => {
    const owner = spawn(process.execPath, [
      '-e',
      `const child = require('node:child_process').spawn(process.execPath, [${JSON.stringify(join(import.meta.dirname, 'keeper-process.ts'))}, ${JSON.stringify(kept())}, ''], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
       console.log(child.pid); setInterval(() => undefined, 1000);`,
    ]);
    const keeperPid = await new Promise<number>((resolve) =>
      owner.stdout.once('data', (bytes) => {
        resolve(Number(String(bytes)));
      }),
    );
    const pid = aProcess();
    keep(kept(), pid);

    owner.kill('SIGKILL');

    expect(await until(() => !isRunning(pid) && !isRunning(keeperPid), 60_000)).toBe(true);
  });
});
