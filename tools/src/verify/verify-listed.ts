import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ParticipantToken } from '@onewindow/contracts';
import { verifyRefusals } from './refusals.js';
import { verifyDatabase, type Beside } from './verify-database.js';
import type { ParticipantVerification } from './verify-folder.js';

/** How one participant's database is reached by whoever may read it. */
export interface ListedDatabase {
  readonly url: string;
  /** Beside the list, or an absolute path. */
  readonly passwordFile?: string;
  /** Where its files and the keys of its seals are; without them papers are held against the journal alone. */
  readonly filesDir?: string;
  readonly sealKeysFile?: string;
}

/**
 * Verifies every database of a list, which is a JSON document: `{"intake-centre": {"url": "postgresql://…"}, …}`. Throws
 * the refusal `list-not-usable`.
 */
export async function verifyListed(file: string): Promise<readonly ParticipantVerification[]> {
  const verified: ParticipantVerification[] = [];
  for (const [participant, url, beside] of databasesIn(file)) {
    verified.push({ participant, ...(await verifyDatabase(url, beside)) });
  }
  return verified;
}

/** Complete URLs, passwords included: for nobody's log. */
export function databasesIn(
  file: string,
): readonly (readonly [ParticipantToken, string, Beside?])[] {
  try {
    const list = JSON.parse(readFileSync(file, 'utf8')) as Record<ParticipantToken, ListedDatabase>;
    const entries = Object.entries(list);
    if (entries.length === 0) throw new Error('it is empty');
    const beside = (path: string) => resolve(dirname(file), path);
    return entries.map(([participant, { url, passwordFile, filesDir, sealKeysFile }]) => {
      const complete = new URL(url);
      if (passwordFile !== undefined) {
        const password = readFileSync(beside(passwordFile), 'utf8').trim();
        complete.password = encodeURIComponent(password);
      }
      const token = participant as ParticipantToken;
      if (filesDir === undefined) return [token, complete.href] as const;
      const sealKeys = sealKeysFile === undefined ? undefined : beside(sealKeysFile);
      const kept = { files: beside(filesDir), ...(sealKeys !== undefined && { sealKeys }) };
      return [token, complete.href, kept] as const;
    });
  } catch (error) {
    const message = `${file}: ${error instanceof Error ? error.message : String(error)}`;
    throw verifyRefusals.refuse('list-not-usable', [
      { rule: 'list-usable', path: '--databases', message: { zh: message, en: message } },
    ]);
  }
}
