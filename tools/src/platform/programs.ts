import { existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tokenOf, type Participant, type ServiceName } from '@onewindow/contracts';
import { freePort, workspaceRoot } from '@onewindow/local-servers';
import { environmentOf, type Surroundings } from './environment.js';
import type { ServiceProgram } from './service-process.js';

/** Heap of each process in MiB, as measured with the demonstration; the young generation is kept small. */
export const HEAP_MB: Readonly<Record<ServiceName, number>> = {
  intake: 192,
  approval: 256,
  supervision: 160,
  'intermediary-market': 160,
  gateway: 192,
  provisioner: 64,
};
const LOG_KEPT_BYTES = 16 * 1024 * 1024;

/** How the process of a participant is run: its entry, limits, environment and log. */
export async function programOf(
  participant: Participant,
  surroundings: Surroundings,
): Promise<ServiceProgram> {
  const { folder, options } = surroundings;
  const name = tokenOf(participant);
  const healthPort = await freePort();
  const logFile = folder.log(name);
  turnOver(logFile);
  return {
    name,
    args: [
      '--enable-source-maps',
      `--max-old-space-size=${HEAP_MB[participant.service]}`,
      '--max-semi-space-size=8',
      entryOf(participant.service),
    ],
    environment: environmentOf(participant, healthPort, surroundings),
    healthPort,
    logFile,
    kept: folder.kept,
    faults: options.faults === true,
    tell: options.tell ?? (() => undefined),
  };
}

function entryOf(service: ServiceName): string {
  const root = workspaceRoot();
  if (service === 'provisioner') return join(root, 'tools', 'dist', 'provision', 'main.js');
  return join(root, 'apps', service, 'dist', 'main.js');
}

/** A log that has grown long makes room for a new one; the one before it is kept. */
function turnOver(file: string): void {
  if (existsSync(file) && statSync(file).size > LOG_KEPT_BYTES) renameSync(file, `${file}.1`);
}
