import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNatsServer } from './nats-binary.js';

describe('Finding a nats-server', () => {
  let folder: string;
  let cacheFolder: string;
  const nothing = () => Promise.resolve('no package here');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onewindow-nats-'));
    cacheFolder = join(folder, 'cache');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function aProgram(path: string, exitCode = 0): string {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, `#!/bin/sh\nexit ${exitCode}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  it('takes the program that was named, and no other', async () => {
    const named = aProgram(join(folder, 'mine'));

    expect(await findNatsServer({ named, cacheFolder, unpack: nothing })).toBe(named);
    await expect(
      findNatsServer({ named: join(folder, 'absent'), cacheFolder, unpack: nothing }),
    ).rejects.toThrow('absent does not run');
  });

  it('prefers the one on PATH', async () => {
    const installed = aProgram(join(folder, 'bin', 'nats-server'));

    expect(
      await findNatsServer({
        path: `/nowhere:${join(folder, 'bin')}`,
        cacheFolder,
        unpack: nothing,
      }),
    ).toBe(installed);
  });

  it('passes over one that does not run on this machine', async () => {
    aProgram(join(folder, 'bin', 'nats-server'), 126);
    const unpacked = aProgram(join(cacheFolder, 'nats-server'));

    expect(await findNatsServer({ path: join(folder, 'bin'), cacheFolder, unpack: nothing })).toBe(
      unpacked,
    );
  });

  it('unpacks one only when there is none yet, and keeps it', async () => {
    let times = 0;
    const unpack = async (into: string) => {
      times += 1;
      aProgram(join(into, 'nats-server'));
      return Promise.resolve(undefined);
    };
    const search = { path: '', cacheFolder, unpack };

    expect(await findNatsServer(search)).toBe(await findNatsServer(search));
    expect(times).toBe(1);
  });

  it('names the ways to get one where there is none', async () => {
    await expect(findNatsServer({ path: '', cacheFolder, unpack: nothing })).rejects.toThrow(
      /apt-get install nats-server.*PATH.*OW_NATS_SERVER.*NATS_URL[\s\S]*no package here/,
    );
  });
});
