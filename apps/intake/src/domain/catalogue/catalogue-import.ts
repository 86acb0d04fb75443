import type { Change, Instant } from '@onewindow/kernel';
import type { HeldFile } from '../application.js';
import type { FileFinding } from './catalogue-file.js';
import {
  catalogueImportLifecycle,
  type CatalogueImportStatus,
} from './catalogue-import-lifecycle.js';
import type { Signed } from './draft.js';

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

export interface ImportedChange {
  readonly subject: string;
  readonly change: 'added' | 'changed';
  readonly fields: readonly string[];
}

/** What came of a file. Long lists are cut; the counts are of everything. */
export interface ImportReport {
  readonly items: ImportCounts;
  readonly implementations: ImportCounts;
  readonly bundles: ImportCounts;
  /** Absent on what was imported before there was guidance. */
  readonly guidance?: ImportCounts;
  readonly changes: readonly ImportedChange[];
  readonly faults: number;
  readonly findings: readonly FileFinding[];
  readonly notes: readonly FileFinding[];
}

/** One file that was handed in for the catalogue. */
export interface CatalogueImport {
  readonly id: string;
  readonly status: CatalogueImportStatus;
  readonly file: HeldFile;
  readonly dryRun: boolean;
  readonly by: Signed;
  readonly report?: ImportReport;
  readonly endedAt?: Instant;
}

export type CatalogueImportEvent =
  | { readonly type: 'import-received'; readonly hash: string; readonly dryRun: boolean }
  | {
      readonly type: 'import-ended';
      readonly status: CatalogueImportStatus;
      readonly faults: number;
    };

export const receiveImport = (
  received: Omit<CatalogueImport, 'status'>,
): Change<CatalogueImport, CatalogueImportEvent> => ({
  state: { ...received, status: catalogueImportLifecycle.initial },
  events: [{ type: 'import-received', hash: received.file.hash, dryRun: received.dryRun }],
});

const MOST_FINDINGS = 2_000;
const MOST_CHANGES = 200;

/** Ends with what the file came to: taken, only tried, or refused for its faults. */
export function endImport(
  before: CatalogueImport,
  report: ImportReport,
  now: Instant,
): Change<CatalogueImport, CatalogueImportEvent> {
  const action = report.faults > 0 ? 'refuse' : before.dryRun ? 'try' : 'take';
  const status = catalogueImportLifecycle.next(before.status, action);
  return {
    state: {
      ...before,
      status,
      endedAt: now,
      report: {
        ...report,
        findings: report.findings.slice(0, MOST_FINDINGS),
        notes: report.notes.slice(0, MOST_FINDINGS),
        changes: report.changes.slice(0, MOST_CHANGES),
      },
    },
    events: [{ type: 'import-ended', status, faults: report.faults }],
  };
}
