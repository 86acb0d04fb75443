import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode } from './packages.mjs';
import { runStep } from './run.mjs';

/**
 * Builds every package into its `dist`. Nx knows what has changed but takes a second to say so, hence the stamp:
 * when no source has changed since the last build, Nx is not asked.
 */
export async function makeBuild(root, tell) {
  const stampFile = join(root, '.onewindow', 'build-stamp');
  const stamp = stampOf(root);
  if (isBuilt(stampFile, stamp)) return;
  tell('Building …');
  const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const args = ['run-many', '--target=build', '--outputStyle=static'];
  const bin = join(root, 'node_modules', '.bin');
  const env = {
    ...process.env,
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    PATH: `${bin}:${process.env.PATH}`,
  };
  await runStep(pinnedNode(root), [nx, ...args], { cwd: root, env });
  const builds = projectsOf(root).map((project) => join(project, 'dist'));
  writeFileSync(stampFile, JSON.stringify({ stamp, builds: builds.filter(existsSync) }));
}

/** A digest of the name, size and time of every file that a build reads. */
export function stampOf(root) {
  const digest = createHash('sha256');
  const files = [
    ...['.swcrc', 'nx.json', 'package-lock.json'].map((name) => join(root, name)),
    ...projectsOf(root).flatMap((project) => [
      join(project, 'package.json'),
      ...filesUnder(join(project, 'src')),
      ...filesUnder(join(project, 'build')),
    ]),
  ];
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file);
    digest.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return digest.digest('hex');
}

/** Nothing has changed since the last build, and nobody has removed what it made. */
function isBuilt(stampFile, stamp) {
  try {
    const last = JSON.parse(readFileSync(stampFile, 'utf8'));
    return last.stamp === stamp && last.builds.every(existsSync);
  } catch {
    return false;
  }
}

function projectsOf(root) {
  const parents = ['apps', 'libs'].map((name) => join(root, name)).filter(existsSync);
  const projects = parents.flatMap((parent) =>
    readdirSync(parent).map((name) => join(parent, name)),
  );
  return [...projects, join(root, 'tools')].filter((project) =>
    existsSync(join(project, 'package.json')),
  );
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
