import { existsSync, readFileSync } from 'node:fs';
import { tokenOf, type ParticipantToken, type Topology } from '@onewindow/contracts';
import type { PaperFault } from '@onewindow/documents';
import type { JournalFault } from '@onewindow/journal';
import { openDataFolder, type DataFolder } from '../platform/data-folder.js';
import { databaseOf } from '../platform/databases.js';
import { journalKeepers } from '../platform/journal-keepers.js';
import { SEAL_KEYS } from '../platform/seal-keys.js';
import { openPostgres } from './folder-postgres.js';
import { verifyRefusals } from './refusals.js';
import { verifyDatabase, type DatabaseVerification } from './verify-database.js';

/** What is wrong with one row of one participant's database. */
export type ParticipantFault = (JournalFault | PaperFault) & {
  readonly participant: ParticipantToken;
};

export interface ParticipantVerification extends DatabaseVerification {
  readonly participant: ParticipantToken;
}

export const faultsOf = ({
  faults,
  papers,
}: ParticipantVerification): readonly (JournalFault | PaperFault)[] => [
  ...faults,
  ...(papers?.faults ?? []),
];

/** Everything that is wrong in the journals and papers of a platform, whether it is running or not; empty when they verify. */
export async function verifyFolder(
  root: string,
  databaseUrl?: string,
): Promise<readonly ParticipantFault[]> {
  const verified = await verifyParticipants(root, databaseUrl);
  return verified.flatMap((each) =>
    faultsOf(each).map((fault) => ({ participant: each.participant, ...fault })),
  );
}

/** Verifies every database of a data folder, one after the other. Throws the refusal `no-database-here`. */
export async function verifyParticipants(
  root: string,
  databaseUrl?: string,
): Promise<readonly ParticipantVerification[]> {
  if (!existsSync(root)) throw verifyRefusals.refuse('no-database-here');
  const folder = openDataFolder(root);
  if (!existsSync(folder.topology)) throw verifyRefusals.refuse('no-database-here');
  const topology = JSON.parse(readFileSync(folder.topology, 'utf8')) as Topology;
  const postgres = await openPostgres(folder, databaseUrl);
  try {
    const verified: ParticipantVerification[] = [];
    for (const participant of journalKeepers(topology).map(tokenOf)) {
      const url = urlOf(participant, postgres.url, folder);
      const sealKeys = folder.secret(participant, SEAL_KEYS);
      const beside = { files: folder.files, ...(existsSync(sealKeys) && { sealKeys }) };
      verified.push({ participant, ...(await verifyDatabase(url, beside)) });
    }
    return verified;
  } finally {
    await postgres.close();
  }
}

/** As the runtime role, which can read everything and change no journal. */
function urlOf(participant: ParticipantToken, server: string, folder: DataFolder): string {
  const { url, passwordFile } = databaseOf(participant, server, folder);
  const complete = new URL(url);
  complete.password = encodeURIComponent(readFileSync(passwordFile, 'utf8').trim());
  return complete.href;
}
