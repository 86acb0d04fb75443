import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPgbench } from './pgbench.js';

describe('the pgbench of a machine', () => {
  const root = mkdtempSync(join(tmpdir(), 'onewindow-pgbench-'));
  const placed = (...parts: string[]) => {
    const folder = join(root, ...parts);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'pgbench'), '');
    return join(folder, 'pgbench');
  };
  afterAll(() => rmSync(root, { recursive: true }));

  it('is the newest of those that Debian keeps, before one in PATH', () => {
    chmodSync(placed('versions', '9', 'bin'), 0o755);
    chmodSync(placed('versions', '17', 'bin'), 0o755);
    chmodSync(placed('path'), 0o755);
    expect(findPgbench(join(root, 'path'), join(root, 'versions'))).toBe(
      join(root, 'versions', '17', 'bin', 'pgbench'),
    );
  });

  it('is the one in PATH where Debian keeps none', () => {
    expect(findPgbench(`${join(root, 'no')}:${join(root, 'path')}`, join(root, 'none'))).toBe(
      join(root, 'path', 'pgbench'),
    );
  });

  it('is none where there is no such program', () => {
    placed('not-to-run');
    expect(findPgbench(join(root, 'not-to-run'), join(root, 'none'))).toBeUndefined();
    expect(findPgbench(undefined, join(root, 'none'))).toBeUndefined();
  });
});
