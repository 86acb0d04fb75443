import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@onewindow/testing';
import { run } from './run.js';

/** A program that ends at once, and leaves another one behind that has its output. */
const leavesBehind = (pidFile: string) => `
  import { spawn } from 'node:child_process';
  import { writeFileSync } from 'node:fs';
  const left = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit', detached: true });
  writeFileSync(${JSON.stringify(pidFile)}, String(left.pid));
  process.exit(3);`;

describe('A program that is run under a label', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onewindow-run-'));
  });
  afterEach(() => {
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')));
    rmSync(folder, { recursive: true });
  });

  it('is over when it has ended, also while somebody it left behind could still speak', async () => {
    const program = join(folder, 'program.mjs');
    writeFileSync(program, leavesBehind(join(folder, 'pid')));
    const pipes = () => process.getActiveResourcesInfo().filter((each) => each === 'PipeWrap');
    const before = pipes();

    expect(await run([program], {}, 'label')).toBe(3);
    await eventually(() => expect(pipes()).toEqual(before), { withinMs: 5_000 });
  });
});
