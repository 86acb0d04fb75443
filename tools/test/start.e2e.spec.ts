import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, isRunning } from '@onewindow/local-servers';
import { eventually } from '@onewindow/testing';
import { repositoryRoot } from './repository.js';

const READY_MS = 60_000;
const STOPPED_MS = 20_000;
const MOST_MEMORY_MIB = 1536;

describe('npm start', () => {
  let root: string;
  let port: number;
  let started: Started | undefined;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'onewindow-start-'));
    port = await freePort();
  });
  afterAll(async () => {
    started?.child.kill('SIGTERM');
    await started?.ended;
    rmSync(root, { recursive: true, force: true });
  });

  interface Started {
    readonly child: ChildProcess;
    readonly ended: Promise<number | null>;
    printed(): string;
  }

  function start(): Started {
    const child = spawn(process.execPath, [join(repositoryRoot, 'tools/dist/start/main.js')], {
      env: { PATH: process.env['PATH'], OW_DATA_DIR: root, OW_PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes) => (printed += String(bytes)));
    }
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    return { child, ended, printed: () => printed };
  }

  async function startReady(): Promise<Started> {
    const begun = start();
    await eventually(
      () => {
        expect(begun.printed()).toContain(`OneWindow is ready: http://127.0.0.1:${port}\n`);
      },
      { withinMs: READY_MS, everyMs: 100 },
    );
    return begun;
  }

  /** Every process of the platform, by the data folder in its arguments or by its parent. */
  function processes(of: Started): number[] {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const parents = new Map(all.map((pid) => [Number(pid), parentOf(pid)]));
    const isOurs = (pid: number): boolean =>
      pid === of.child.pid || (parents.has(pid) && isOurs(Number(parents.get(pid))));
    return [...parents.keys()].filter(isOurs);
  }

  function parentOf(pid: string): number {
    try {
      return Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    } catch {
      return 0;
    }
  }

  /** Shared pages are counted once: PostgreSQL's processes share most of theirs. */
  function memoryMiB(pid: number): number {
    const file = `/proc/${pid}/smaps_rollup`;
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024;
  }

  it('becomes ready, names the accounts, and serves the interface', async () => {
    started = await startReady();

    expect(started.printed()).toMatch(/zhao\.min +\S{12} +赵敏/);
    const described = await fetch(`http://127.0.0.1:${port}/api/openapi.json`);
    expect(described.status).toBe(200);
  });

  it('takes less memory than it may, all processes together', () => {
    const all = processes(started!);
    const total = all.reduce((sum, pid) => sum + memoryMiB(pid), 0);

    expect(all.length).toBeGreaterThan(8);
    expect(total).toBeLessThan(MOST_MEMORY_MIB);
  });

  it('tells a second start on the same folder what is running', async () => {
    port = await freePort();
    const second = start();

    expect(await second.ended).toBe(1);
    expect(second.printed()).toMatch(
      new RegExp(`Process ${started!.child.pid} runs it since .*: http://127`),
    );
  });

  it('starts a service again that was killed', async () => {
    const intake = processes(started!).find((pid) =>
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('apps/intake'),
    );
    process.kill(intake!, 'SIGKILL');

    await eventually(() => /intake-centre ended \(SIGKILL\)/.test(started!.printed()));
    await eventually(
      () =>
        processes(started!).some(
          (pid) =>
            pid !== intake && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('apps/intake'),
        ),
      { withinMs: 60_000 },
    );
  });

  it('stops everything in bounded time at Ctrl-C, and finds its data again', async () => {
    const before = started!.printed();
    const all = processes(started!);
    started!.child.kill('SIGINT');

    expect(await started!.ended).toBe(0);
    await eventually(() => !all.some(isRunning), { withinMs: STOPPED_MS });

    started = await startReady();
    const password = /zhao\.min +(\S+)/.exec(before)?.[1];
    expect(started.printed()).toContain(password);
  });

  it('leaves nothing running when it is itself killed', async () => {
    const all = processes(started!);
    started!.child.kill('SIGKILL');

    await eventually(() => !all.some(isRunning), { withinMs: STOPPED_MS });
  });
});
