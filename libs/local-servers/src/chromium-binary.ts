import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { environmentIn } from './chromium-environment.js';
import { unpackChromium } from './chromium-package.js';
import { onPath, SYSTEM_PATH } from './programs.js';
import { serverRefusals } from './refusals.js';
import { workspaceRoot } from './workspace.js';

/** A browser and the environment in which it finds its own libraries. */
export interface Chromium {
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface ChromiumSearch {
  /** A program that the operator named; nothing else is looked at then. */
  readonly named?: string | undefined;
  /** The caller's PATH; the system's own folders are looked at after it. */
  readonly path?: string | undefined;
  /** The system's own folders. */
  readonly systemPath?: string;
  /** Where an unpacked browser is kept for later. */
  readonly cacheFolder?: string;
  /** Unpacks the browser with its libraries into the folder, or says why it cannot. */
  readonly unpack?: (folder: string) => Promise<string | undefined>;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * A Chromium for the specs of the pages: the one that was named, else one on PATH, else one unpacked from Debian's
 * packages without installing anything. Refuses when there is none, naming the ways to get it.
 */
export async function findChromium({
  named,
  path = SYSTEM_PATH,
  systemPath = SYSTEM_PATH,
  cacheFolder = join(workspaceRoot(), '.onewindow', 'tools', 'chromium'),
  unpack = unpackChromium,
}: ChromiumSearch = {}): Promise<Chromium> {
  if (named !== undefined && named !== '')
    return existsSync(named)
      ? { program: named, environment: {} }
      : notFound(`${named} is missing`);
  const installed = NAMES.map((name) => onPath(name, `${path}:${systemPath}`)).find(Boolean);
  if (installed !== undefined) return { program: installed, environment: {} };
  const root = join(cacheFolder, 'root');
  if (!existsSync(programIn(root))) {
    mkdirSync(cacheFolder, { recursive: true });
    const problem = await unpack(cacheFolder);
    if (!existsSync(programIn(root))) notFound(problem ?? 'the packages hold no chromium');
  }
  return { program: programIn(root), environment: environmentIn(root) };
}

const programIn = (root: string): string => join(root, 'usr', 'lib', 'chromium', 'chromium');

function notFound(why: string): never {
  throw serverRefusals.refuse('chromium-not-found', [
    { rule: 'chromium-available', message: { zh: why, en: why } },
  ]);
}
