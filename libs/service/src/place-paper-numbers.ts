import { DEFAULT_PAPER_NUMBERS, isPaperNumberPattern } from '@onewindow/documents';
import { isRecord } from './place-warnings.js';

/** Patterns of the numbers of papers: name of the agency or `*` → kind of paper → pattern. */
export type PaperNumberPatterns = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Two series that are written alike would give one number twice. */
export function arePaperNumbers(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const patterns = Object.entries(value).flatMap(([agency, ofKind]) =>
    isRecord(ofKind)
      ? Object.entries(ofKind).map(([kind, pattern]) => ({ agency, kind, pattern }))
      : [{ agency, kind: '', pattern: undefined }],
  );
  const written = patterns.map(({ agency, pattern }) =>
    String(pattern).replace('{agency}', agency === '*' ? '{agency}' : agency),
  );
  return patterns.every(isUsable) && new Set(written).size === written.length;
}

const isUsable = ({
  agency,
  kind,
  pattern,
}: {
  readonly agency: string;
  readonly kind: string;
  readonly pattern: unknown;
}): boolean =>
  Object.hasOwn(DEFAULT_PAPER_NUMBERS, kind) &&
  typeof pattern === 'string' &&
  isPaperNumberPattern(pattern) &&
  (agency !== '*' || pattern.includes('{agency}'));
