import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const repositoryRoot = join(import.meta.dirname, '../..');

export const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: repositoryRoot, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

/** What is, or is about to be, part of the repository: tracked and new files, without the ignored ones. */
export const repositoryFiles: readonly string[] = git(
  'ls-files',
  '--cached',
  '--others',
  '--exclude-standard',
  '--deduplicate',
)
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(repositoryRoot, path)));

export const readText = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');

export const readJson = (path: string): unknown => JSON.parse(readText(path));
