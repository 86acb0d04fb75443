import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** One realistic message of each kind that a contract version knows. A released sample is never changed, only added to. */
export interface GoldenSample {
  /** Of an event. */
  readonly payload?: object;
  /** Of a command or a query. */
  readonly request?: Readonly<Record<string, unknown>>;
  readonly reply?: object;
}

export const SAMPLES_FOLDER = fileURLToPath(new URL('../../samples', import.meta.url));

/** The sample of a contract, by its id; undefined where there is none. */
export function goldenSample(id: string): GoldenSample | undefined {
  const file = join(SAMPLES_FOLDER, `${id}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as GoldenSample) : undefined;
}
