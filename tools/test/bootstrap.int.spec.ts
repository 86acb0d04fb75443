import { spawn, type ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isRunning } from '@onewindow/local-servers';
import { eventually } from '@onewindow/testing';
import { repositoryRoot } from './repository.js';

const NX = `
  const { appendFileSync, mkdirSync, copyFileSync } = require('node:fs');
  appendFileSync('steps', 'build\\n');
  if (require('node:fs').existsSync('broken')) { console.log('it does not compile'); process.exit(1); }
  mkdirSync('tools/dist/hello', { recursive: true });
  copyFileSync('tools/src/hello/main.ts', 'tools/dist/hello/main.js');
`;

const NPM = `#!/bin/sh
echo install >> steps
echo 'npm is talkative'
mkdir -p node_modules/.bin node_modules/nx/dist/bin
ln -sf '${process.execPath}' node_modules/.bin/node
cp nx-in-place.js node_modules/nx/dist/bin/nx.js
cp package-lock.json node_modules/.package-lock.json
`;

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

describe('The way from a bare clone to a command', () => {
  let clone: string;
  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), 'onewindow-clone-'));
    cpSync(join(repositoryRoot, 'tools/bootstrap'), join(clone, 'tools/bootstrap'), {
      recursive: true,
    });
    cpSync(join(repositoryRoot, 'tools/bootstrap.mjs'), join(clone, 'tools/bootstrap.mjs'));
    write('bin/npm', NPM);
    chmodSync(join(clone, 'bin/npm'), 0o755);
    write('nx-in-place.js', NX);
    for (const name of ['.swcrc', 'nx.json', 'tools/package.json']) write(name, '{}');
    lockAt('1.0.0');
    write('tools/src/hello/main.ts', 'console.log(JSON.stringify(process.argv.slice(2)));');
  });
  afterEach(() => {
    rmSync(clone, { recursive: true });
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(clone, path)), { recursive: true });
    writeFileSync(join(clone, path), text);
  }

  const lockAt = (version: string) => {
    write(
      'package-lock.json',
      JSON.stringify({
        packages: {
          '': {},
          'node_modules/one': { version },
          'node_modules/for-another-system': { version, optional: true },
        },
      }),
    );
  };

  const steps = (): string[] =>
    existsSync(join(clone, 'steps'))
      ? readFileSync(join(clone, 'steps'), 'utf8').trim().split('\n')
      : [];

  function begin(...args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
    const child = spawn(process.execPath, [join(clone, 'tools/bootstrap.mjs'), ...args], {
      cwd: clone,
      env: { PATH: `${join(clone, 'bin')}:/usr/bin:/bin` },
    });
    const printed = { stdout: '', stderr: '' };
    child.stdout.on('data', (bytes) => (printed.stdout += String(bytes)));
    child.stderr.on('data', (bytes) => (printed.stderr += String(bytes)));
    const ended = new Promise<Ended>((resolve) => {
      child.once('close', (code) => {
        resolve({ code, ...printed });
      });
    });
    return { child, ended };
  }

  const run = (...args: string[]): Promise<Ended> => begin(...args).ended;

  it('installs and builds once, says so on stderr, and leaves stdout to the command', async () => {
    const first = await run('hello', '--json', 'two words');
    const second = await run('hello');

    expect(first).toMatchObject({ code: 0, stdout: '["--json","two words"]\n' });
    expect(first.stderr).toContain('Installing packages');
    expect(second).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
    expect(steps()).toEqual(['install', 'build']);
  });

  it('installs again when the lock file asks for another version', async () => {
    await run('hello');
    lockAt('2.0.0');
    await run('hello');

    expect(steps()).toEqual(['install', 'build', 'install', 'build']);
  });

  it('builds again when a source has changed, and runs what was built', async () => {
    await run('hello');
    appendFileSync(join(clone, 'tools/src/hello/main.ts'), 'console.log("changed");');

    expect((await run('hello')).stdout).toBe('[]\nchanged\n');
    expect(steps()).toEqual(['install', 'build', 'build']);
  });

  it('builds again when somebody removed what was built', async () => {
    await run('hello');
    rmSync(join(clone, 'tools/dist'), { recursive: true });

    expect((await run('hello')).code).toBe(0);
    expect(steps()).toEqual(['install', 'build', 'build']);
  });

  it('is content with a package that has nothing to build', async () => {
    write('apps/empty/package.json', '{}');
    write('apps/empty/src/only.spec.ts', '');
    await run('hello');
    await run('hello');

    expect(steps()).toEqual(['install', 'build']);
  });

  it('prepares once when two commands begin at the same time', async () => {
    const both = await Promise.all([run('hello'), run('hello')]);

    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(steps()).toEqual(['install', 'build']);
  });

  it('does not wait for one that died while it prepared', async () => {
    write('.onewindow/preparing.lock', '999999999');

    expect((await run('hello')).code).toBe(0);
  });

  it('shows what went wrong when the build fails, and runs nothing', async () => {
    write('broken', '');
    const { code, stdout, stderr } = await run('hello');

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('it does not compile');
    expect(await run('hello')).toMatchObject({ code: 1 });
  });

  it('hands the exit code and signals through', async () => {
    write(
      'tools/src/hello/main.ts',
      `process.on('SIGTERM', () => process.exit(42)); console.log('up'); setInterval(() => undefined, 1000);`,
    );
    const { child, ended } = begin('hello');
    let isUp = false;
    child.stdout?.on('data', () => (isUp = true));
    await eventually(() => isUp, { withinMs: 60_000 });

    child.kill('SIGTERM');

    expect((await ended).code).toBe(42);
  });

  it('stops when the npm that began it is gone', async () => {
    write(
      'tools/src/hello/main.ts',
      `process.on('SIGTERM', () => process.exit(0)); require('node:fs').writeFileSync('up', String(process.pid)); setInterval(() => undefined, 1000);`,
    );
    const npm = spawn('/bin/sh', ['-c', `${process.execPath} tools/bootstrap.mjs hello; true`], {
      cwd: clone,
      env: { PATH: `${join(clone, 'bin')}:/usr/bin:/bin`, npm_lifecycle_event: 'hello' },
      stdio: 'ignore',
    });
    await eventually(() => existsSync(join(clone, 'up')), { withinMs: 60_000 });
    const pid = Number(readFileSync(join(clone, 'up'), 'utf8'));

    npm.kill('SIGKILL');

    await eventually(() => !isRunning(pid));
  });

  it('names the usage for a command that does not exist', async () => {
    const { code, stderr } = await run('hallo');

    expect(code).toBe(2);
    expect(stderr).toContain('Usage:');
  });
});
