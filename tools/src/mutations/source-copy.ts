import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mutated, type Mutation } from './mutation.js';

/** The sources of this clone in a folder of their own, packages linked: what is changed there is changed nowhere else. */
export class SourceCopy {
  readonly root = mkdtempSync(join(realpathSync(tmpdir()), 'onewindow-mutations-'));

  constructor(from: string) {
    const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'];
    const listed = execFileSync('git', args, {
      cwd: from,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    for (const path of listed.split('\n')) {
      if (path === '' || !existsSync(join(from, path))) continue;
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      cpSync(join(from, path), join(this.root, path));
    }
    this.linkPackages(join(from, 'node_modules'));
  }

  /** Runs the work with the mutation in place, and puts everything back. */
  async with<Result>({ name, hunks }: Mutation, work: () => Promise<Result>): Promise<Result> {
    const before = new Map<string, string>();
    try {
      for (const hunk of hunks) {
        const path = join(this.root, hunk.file);
        const text = readFileSync(path, 'utf8');
        if (!before.has(path)) before.set(path, text);
        writeFileSync(path, mutated(text, hunk, name));
      }
      return await work();
    } finally {
      for (const [path, text] of before) writeFileSync(path, text);
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private linkPackages(from: string): void {
    const to = join(this.root, 'node_modules');
    const ours = join(to, '@onewindow');
    mkdirSync(ours, { recursive: true });
    for (const name of readdirSync(from)) {
      if (name !== '@onewindow') symlinkSync(join(from, name), join(to, name));
    }
    for (const name of readdirSync(join(this.root, 'libs'))) {
      symlinkSync(join(this.root, 'libs', name), join(ours, name));
    }
  }
}
