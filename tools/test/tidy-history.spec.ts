import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { git, repositoryRoot } from './repository.js';

const commitlint = (args: readonly string[], message = '') => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(repositoryRoot, 'node_modules/.bin/commitlint'), ...args],
    { cwd: repositoryRoot, encoding: 'utf8', input: message },
  );
  return { accepted: status === 0, report: stdout + stderr };
};

describe('The history', () => {
  const [first = ''] = git('rev-list', '--max-parents=0', 'HEAD').split('\n');

  it('consists of conventional commits since the first one', () => {
    const beginning = commitlint([], git('log', '-1', '--format=%B', first));
    const rest = commitlint(['--from', first, '--to', 'HEAD']);

    expect(beginning.report + rest.report).toBe('');
    expect([beginning.accepted, rest.accepted]).toEqual([true, true]);
  });

  it('would not take a commit that says nothing', () => {
    expect(commitlint([], 'changed some files').accepted).toBe(false);
  });

  it('names no machine and no machine-made author', () => {
    const messages = git('log', '--format=%B');

    expect(messages).not.toMatch(/(^|\s)(\/work\/|\/home\/|\/Users\/)/);
    expect(messages).not.toMatch(/^(co-authored-by|generated[- ]with|generated[- ]by):?/im);
  });
});
