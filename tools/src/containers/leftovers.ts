import { setTimeout as pause } from 'node:timers/promises';
import { docker } from './docker.js';

/** Names whatever one run of the specs makes: Compose projects begin with it, single containers bear it as a label. */
export const projectOf = (run: string): string => `onewindow-spec-${run}`;

/** As libs/testing labels its containers. */
const RUN_LABEL = 'onewindow.spec-run';
/** Somebody who was interrupted may still be at making things. */
const LOOKS = 20;
const BETWEEN_LOOKS_MS = 500;

/** Removes what is left of a run, and looks again until twice nothing was there. Returns the names of what it removed. */
export async function removeLeftovers(run: string): Promise<readonly string[]> {
  const removed: string[] = [];
  let clean = 0;
  for (let look = 0; look < LOOKS && clean < 2; look += 1) {
    const found = await removeOnce(run);
    removed.push(...found);
    clean = found.length === 0 ? clean + 1 : 0;
    if (clean === 1) await pause(BETWEEN_LOOKS_MS);
  }
  return removed;
}

async function removeOnce(run: string): Promise<readonly string[]> {
  const ofRun = ['--filter', `name=${projectOf(run)}`];
  const labelled = ['--filter', `label=${RUN_LABEL}=${run}`];
  const containers = [
    ...(await named('ps', '--all', ...ofRun, '--format', '{{.Names}}')),
    ...(await named('ps', '--all', ...labelled, '--format', '{{.Names}}')),
  ];
  if (containers.length > 0) await removing('rm', '--force', '--volumes', ...containers);
  const networks = await named('network', 'ls', ...ofRun, '--format', '{{.Name}}');
  if (networks.length > 0) await removing('network', 'rm', ...networks);
  const volumes = await named('volume', 'ls', ...ofRun, '--format', '{{.Name}}');
  if (volumes.length > 0) await removing('volume', 'rm', '--force', ...volumes);
  return [...containers, ...networks, ...volumes];
}

const named = async (...args: readonly string[]): Promise<readonly string[]> =>
  (await docker(...args)).split('\n').filter((each) => each !== '');

/** What went by itself meanwhile is no mistake; what stays is found by the next look. */
const removing = (...args: readonly string[]) => docker(...args).catch(() => undefined);
