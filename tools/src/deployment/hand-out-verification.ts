import { tokenOf, type Participant, type Topology } from '@onewindow/contracts';
import type { DataFolder } from '../platform/data-folder.js';
import { databaseOf } from '../platform/databases.js';
import { journalKeepers } from '../platform/journal-keepers.js';
import { makeSealKeys, publicSealKeys } from '../platform/seal-keys.js';
import type { ListedDatabase } from '../verify/verify-listed.js';
import type { HandOut } from './hand-out.js';
import { administratorUrlOf, databaseServerOf } from './servers.js';

const VERIFY = 'verify';

/** Where a container finds the files, which whoever verifies may only read. */
export const FILES_IN_CONTAINERS = '/var/lib/files';

/**
 * Whoever verifies reads every journal, as the runtime roles do, and is the only one who sees several databases. Papers are held
 * against the bytes and the public halves of the keys that sealed them: nobody can seal with what is handed out here.
 */
export function handOutVerification(
  { handOut, topology }: { readonly handOut: HandOut; readonly topology: Topology },
  folder: DataFolder,
): void {
  const databases = journalKeepers(topology).map(
    (participant) => [tokenOf(participant), listed(participant, handOut, folder)] as const,
  );
  handOut.write(VERIFY, 'databases.json', JSON.stringify(Object.fromEntries(databases), null, 2));
}

function listed(participant: Participant, handOut: HandOut, folder: DataFolder): ListedDatabase {
  const token = tokenOf(participant);
  const server = administratorUrlOf(databaseServerOf(participant));
  const { url, passwordFile } = databaseOf(token, server, folder);
  const database = { url, passwordFile: `${token}.password` };
  handOut.copy(VERIFY, passwordFile, database.passwordFile);
  if (participant.service !== 'intake') return database;
  const sealKeysFile = `${token}.seal-keys.json`;
  handOut.write(VERIFY, sealKeysFile, publicSealKeys(makeSealKeys(token, folder)));
  return { ...database, filesDir: FILES_IN_CONTAINERS, sealKeysFile };
}
