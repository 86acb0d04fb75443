import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findChromium } from './chromium-binary.js';

describe('Finding a Chromium', () => {
  let folder: string;
  let cacheFolder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onewindow-chromium-'));
    cacheFolder = join(folder, 'cache');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function aProgram(path: string): string {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '#!/bin/sh\n');
    chmodSync(path, 0o755);
    return path;
  }

  it('takes the program that was named, and no other', async () => {
    const named = aProgram(join(folder, 'mine'));

    expect(await findChromium({ named })).toEqual({ program: named, environment: {} });
    await expect(findChromium({ named: join(folder, 'absent') })).rejects.toThrow('is missing');
  });

  it('prefers the one on PATH', async () => {
    const program = aProgram(join(folder, 'bin', 'chromium'));

    expect((await findChromium({ path: dirname(program), cacheFolder })).program).toBe(program);
  });
});
