#!/usr/bin/env node
// Runs on whatever Node the machine has (20 or later) and before any package is there: plain JavaScript, no imports but Node's.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeBuild } from './bootstrap/build.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { makePackages, pinnedNode } from './bootstrap/packages.mjs';
import { runToEnd } from './bootstrap/run.mjs';

const root = join(import.meta.dirname, '..');
const [command = '', ...args] = process.argv.slice(2);
const tell = (line) => process.stderr.write(`${line}\n`);

if (!existsSync(join(root, 'tools', 'src', command, 'main.ts')) || command === '') {
  tell(
    `Usage: node tools/bootstrap.mjs <command> [arguments], where tools/src/<command>/main.ts exists; not ${command}`,
  );
  process.exit(2);
}

try {
  await withLock(join(root, '.onewindow', 'preparing.lock'), tell, async () => {
    await makePackages(root, tell);
    await makeBuild(root, tell);
  });
} catch (error) {
  tell(`Not ready to run: ${error.message}`);
  process.exit(1);
}

process.exitCode = await runToEnd(
  pinnedNode(root),
  [join(root, 'tools', 'dist', command, 'main.js'), ...args],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
    },
  },
);
