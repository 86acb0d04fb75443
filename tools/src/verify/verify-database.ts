import {
  publicHalf,
  verifyPapers,
  type PaperMeans,
  type PaperVerification,
} from '@onewindow/documents';
import { isContentHash, verifyStoredFile } from '@onewindow/files';
import { inSnapshot, verifyJournal, type Verification } from '@onewindow/journal';
import pg from 'pg';
import { sealKeysIn } from '../platform/seal-keys.js';

/** Where a participant keeps what its database only names. */
export interface Beside {
  /** The folder of files. */
  readonly files: string;
  /** The JWKS of the keys that seal, if there is one; their public halves do. */
  readonly sealKeys?: string;
}

export interface DatabaseVerification extends Verification {
  /** Of a participant that has a register of papers. */
  readonly papers?: PaperVerification;
}

/** The journal and the papers of one database. Without a place to look in, papers are not held against their files and seals. */
export async function verifyDatabase(url: string, beside?: Beside): Promise<DatabaseVerification> {
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'verify' });
  pool.on('error', () => undefined);
  try {
    const journal = await verifyJournal(pool);
    const papers = await inSnapshot(pool, (client) => verifyPapers(client, meansOf(beside)));
    return { ...journal, ...(papers && { papers }) };
  } finally {
    await pool.end();
  }
}

function meansOf(beside: Beside | undefined): PaperMeans | undefined {
  if (beside === undefined) return undefined;
  const keys = beside.sealKeys === undefined ? [] : sealKeysIn(beside.sealKeys);
  return {
    file: (hash) =>
      isContentHash(hash) ? verifyStoredFile(beside.files, hash) : Promise.resolve('missing'),
    publicKey: (keyId) => publicHalf(keys, keyId),
  };
}
