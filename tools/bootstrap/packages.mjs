import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './run.mjs';

const WANTED_NODE = 24;

/**
 * Installs the packages when what is installed is not what package-lock.json says. Not `npm ci`: where a registry
 * carries no packages for other systems it refuses a lock file without them, and it starts again from nothing each time.
 */
export async function makePackages(root, tell) {
  if (areInstalled(root)) return;
  tell('Installing packages (the first time this takes a minute or two) …');
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const flags = [
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  await runStep(command, [...first, 'install', '--no-save', ...flags], { cwd: root });
}

/** npm leaves a copy of the lock file in node_modules; a package of another system may be missing from it. */
export function areInstalled(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return optional === true;
    return found.version === version;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** The Node that the packages bring; where they have none for this system, our own if it is new enough. */
export function pinnedNode(root) {
  const pinned = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= WANTED_NODE) return process.execPath;
  throw new Error(
    `Node ${WANTED_NODE} is needed: the packages bring none for this system, and this is ${process.version}`,
  );
}
