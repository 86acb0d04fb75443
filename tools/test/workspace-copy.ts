import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repositoryFiles, repositoryRoot } from './repository.js';

export interface Ran {
  readonly exitCode: number | null;
  /** Both streams. */
  readonly said: string;
}

/** A copy of this repository as it stands, to try something on that changes it. Packages are linked, ours to the copy. */
export class WorkspaceCopy {
  readonly root = mkdtempSync(join(realpathSync(tmpdir()), 'onewindow-copy-'));

  constructor() {
    for (const path of repositoryFiles) this.copy(path);
    for (const path of builtFolders()) this.copy(path);
    this.linkPackages();
    execFileSync('git', ['init', '--quiet'], { cwd: this.root });
    execFileSync('git', ['add', '--all'], { cwd: this.root });
  }

  /** Runs a program of the packages with the Node that runs this. */
  run(program: string, ...args: readonly string[]): Ran {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(this.root, 'node_modules', program), ...args],
      {
        cwd: this.root,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        env: {
          ...process.env,
          NX_DAEMON: 'false',
          PATH: `${join(this.root, 'node_modules/.bin')}:${String(process.env['PATH'])}`,
        },
      },
    );
    return { exitCode: status, said: `${stdout}${stderr}` };
  }

  /** What differs from this repository. */
  changedFiles(): string[] {
    const args = ['ls-files', '--modified', '--others', '--exclude-standard'];
    const listed = execFileSync('git', args, { cwd: this.root, encoding: 'utf8' });
    return listed.split('\n').filter((path) => path !== '');
  }

  /** As `npm install` would, for packages that came after the copy was made. */
  linkPackages(): void {
    const [from, to] = [join(repositoryRoot, 'node_modules'), join(this.root, 'node_modules')];
    const ours = join(to, '@onewindow');
    mkdirSync(ours, { recursive: true });
    for (const name of readdirSync(from)) {
      if (!existsSync(join(to, name))) symlinkSync(join(from, name), join(to, name));
    }
    const packages = ['apps', 'libs'].flatMap((kind) =>
      readdirSync(join(this.root, kind)).map((name) => join(kind, name)),
    );
    for (const path of [...packages, 'tools']) {
      const link = join(ours, path.replace(/.*\//, ''));
      if (!existsSync(link)) symlinkSync(join(this.root, path), link);
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private copy(path: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    cpSync(join(repositoryRoot, path), join(this.root, path), { recursive: true });
  }
}

const builtFolders = (): string[] =>
  ['apps', 'libs']
    .flatMap((kind) =>
      readdirSync(join(repositoryRoot, kind)).map((name) => `${kind}/${name}/dist`),
    )
    .concat('tools/dist')
    .filter((path) => existsSync(join(repositoryRoot, path)));
