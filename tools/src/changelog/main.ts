import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '@onewindow/local-servers';
import { changelogOf, entriesOf, merged, readChangelog } from './changelog.js';

/** Renews CHANGELOG.md from the commits of this clone. */
const root = workspaceRoot();
const file = join(root, 'CHANGELOG.md');
const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

const held = existsSync(file) ? readChangelog(readFileSync(file, 'utf8')) : [];
const entries = merged(held, entriesOf(git('log', '--no-merges', '--format=%as %s').split('\n')));
writeFileSync(file, changelogOf(entries));
console.log(`CHANGELOG.md: ${entries.length} entries, ${entries.length - held.length} of them new`);
if (git('rev-parse', '--is-shallow-repository').trim() === 'true') {
  console.error(
    'This clone is shallow: older commits are not in it; what the changelog held is kept.',
  );
}
