import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ParticipantToken } from '@onewindow/contracts';
import { verifyRefusals } from './refusals.js';
import { verifyDatabase, type ParticipantVerification } from './verify-folder.js';

/** How one participant's database is reached by whoever may read it. */
interface ListedDatabase {
  readonly url: string;
  /** Beside the list, or an absolute path. */
  readonly passwordFile?: string;
}

/**
 * Verifies every database of a list, which is a JSON document: `{"intake-centre": {"url": "postgresql://…"}, …}`. Throws
 * the refusal `list-not-usable`.
 */
export async function verifyListed(file: string): Promise<readonly ParticipantVerification[]> {
  const verified: ParticipantVerification[] = [];
  for (const [participant, url] of databasesIn(file)) {
    verified.push({ participant, ...(await verifyDatabase(url)) });
  }
  return verified;
}

/** Complete URLs, passwords included: for nobody's log. */
export function databasesIn(file: string): readonly (readonly [ParticipantToken, string])[] {
  try {
    const list = JSON.parse(readFileSync(file, 'utf8')) as Record<ParticipantToken, ListedDatabase>;
    const entries = Object.entries(list);
    if (entries.length === 0) throw new Error('it is empty');
    return entries.map(([participant, { url, passwordFile }]) => {
      const complete = new URL(url);
      if (passwordFile !== undefined) {
        const password = readFileSync(resolve(dirname(file), passwordFile), 'utf8').trim();
        complete.password = encodeURIComponent(password);
      }
      return [participant as ParticipantToken, complete.href] as const;
    });
  } catch (error) {
    const message = `${file}: ${error instanceof Error ? error.message : String(error)}`;
    throw verifyRefusals.refuse('list-not-usable', [
      { rule: 'list-usable', path: '--databases', message: { zh: message, en: message } },
    ]);
  }
}
