import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOf } from '@onewindow/local-servers';
import { lockFolder, runningIn } from './folder-lock.js';

describe('The lock of a data folder', () => {
  let folder: string;
  let file: string;
  const now = () => new Date(0);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onewindow-lock-'));
    file = join(folder, 'running.json');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is refused to a second start, which learns the process and the address', async () => {
    const lock = await lockFolder(file, now);
    lock.note('http://127.0.0.1:4321');

    await expect(lockFolder(file, now)).rejects.toThrow(
      new RegExp(`Process ${process.pid} .*http://127.0.0.1:4321`),
    );
    lock.release();
    expect(existsSync(file)).toBe(false);
  });

  it('is taken over from a process that died, even when its id belongs to another by now', async () => {
    const reused = { pid: process.pid, start: 'another time', since: '', url: 'x' };
    writeFileSync(file, JSON.stringify(reused));
    expect(runningIn(file)).toBeUndefined();

    await lockFolder(file, now);

    expect(runningIn(file)).toMatchObject({ pid: process.pid, start: startOf(process.pid) });
  });

  it('is taken over when a crash left it half written', async () => {
    writeFileSync(file, '{"pid":');

    await expect(lockFolder(file, now)).resolves.toBeDefined();
  });

  it('is waited for while the one before is stopping', async () => {
    const lock = await lockFolder(file, now);
    lock.noteStopping();

    const next = lockFolder(file, now);
    lock.release();

    await expect(next).resolves.toBeDefined();
  });
});
