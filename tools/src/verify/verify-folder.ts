import { existsSync, readFileSync } from 'node:fs';
import {
  JOURNAL_SERVICES,
  tokenOf,
  type ParticipantToken,
  type Topology,
} from '@onewindow/contracts';
import { verifyJournal, type JournalFault, type Verification } from '@onewindow/journal';
import pg from 'pg';
import { openDataFolder, type DataFolder } from '../platform/data-folder.js';
import { databaseOf } from '../platform/databases.js';
import { openPostgres } from './folder-postgres.js';
import { verifyRefusals } from './refusals.js';

/** What is wrong with one row of one participant's database. */
export interface ParticipantFault extends JournalFault {
  readonly participant: ParticipantToken;
}

export interface ParticipantVerification extends Verification {
  readonly participant: ParticipantToken;
}

/** Everything that is wrong in the journals of a platform, whether it is running or not; empty when they verify. */
export async function verifyFolder(
  root: string,
  databaseUrl?: string,
): Promise<readonly ParticipantFault[]> {
  const verified = await verifyParticipants(root, databaseUrl);
  return verified.flatMap(({ participant, faults }) =>
    faults.map((fault) => ({ participant, ...fault })),
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
  const { participants } = JSON.parse(readFileSync(folder.topology, 'utf8')) as Topology;
  const keepers = participants
    .filter(({ service }) => JOURNAL_SERVICES.some((each) => each === service))
    .map(tokenOf);
  const postgres = await openPostgres(folder, databaseUrl);
  try {
    const verified: ParticipantVerification[] = [];
    for (const participant of keepers) {
      const url = urlOf(participant, postgres.url, folder);
      verified.push({ participant, ...(await verifyDatabase(url)) });
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

export async function verifyDatabase(url: string): Promise<Verification> {
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'verify' });
  pool.on('error', () => undefined);
  try {
    return await verifyJournal(pool);
  } finally {
    await pool.end();
  }
}
