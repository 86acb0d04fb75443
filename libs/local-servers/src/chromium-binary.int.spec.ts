import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

  it('gives one that is unpacked its own libraries, wherever its packages put them, and its fonts', async () => {
    const unpack = async (into: string): Promise<undefined> => {
      aProgram(join(into, 'root', 'usr', 'lib', 'chromium', 'chromium'));
      aProgram(join(into, 'root', 'usr', 'lib', 'triplet', 'pulseaudio', 'libpulsecommon-16.1.so'));
      return Promise.resolve(undefined);
    };

    const found = await findChromium({ path: folder, systemPath: folder, cacheFolder, unpack });

    expect(found.program).toBe(join(cacheFolder, 'root', 'usr', 'lib', 'chromium', 'chromium'));
    expect(found.environment['LD_LIBRARY_PATH']).toContain(
      join(cacheFolder, 'root', 'usr', 'lib', 'triplet', 'pulseaudio'),
    );
    expect(readFileSync(found.environment['FONTCONFIG_FILE'] ?? '', 'utf8')).toContain(
      join(cacheFolder, 'root', 'usr', 'share', 'fonts'),
    );
  });

  it('says what to do where there is none and none can be unpacked', async () => {
    const unpack = () => Promise.resolve('no apt-get and dpkg here');

    await expect(
      findChromium({ path: folder, systemPath: folder, cacheFolder, unpack }),
    ).rejects.toThrow('OW_CHROMIUM');
  });
});
