import type { Findings } from './findings.js';

/** One unmet rule as it came, whatever it is. */
export interface Unmet {
  readonly rule?: unknown;
  readonly path?: unknown;
  readonly message?: unknown;
}

export const STABLE_CODE = /^[a-z]+(?:-[a-z0-9]+)*$/;
export const CHINESE = /\p{Script=Han}/u;

/** A sentence in both languages. */
export const isMessage = (value: unknown): boolean => {
  const { zh, en } = (value ?? {}) as { readonly zh?: unknown; readonly en?: unknown };
  return typeof zh === 'string' && CHINESE.test(zh) && typeof en === 'string' && en !== '';
};

export const isUnmet = ({ rule, path, message }: Unmet): boolean =>
  typeof rule === 'string' &&
  STABLE_CODE.test(rule) &&
  (path === undefined || typeof path === 'string') &&
  isMessage(message);

/** The fault has to be named by its path, and nothing that is right may be named beside it. */
export function pathFindings(unmet: readonly Unmet[], path: string | undefined): Findings {
  if (path === undefined) return [];
  const paths = unmet.map((each) => String(each.path));
  const isBelow = (each: string) => each === path || each.startsWith(`${path}.`);
  if (paths.length === 0) return [`nothing names ${path}`];
  return paths.every(isBelow) ? [] : [`it names ${paths.join(', ')} beside ${path}`];
}
