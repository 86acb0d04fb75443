import type { ImportCounts, ImportedChange } from '../domain/catalogue/catalogue-import.js';
import { changedFields } from '../domain/catalogue/comparison.js';

type Listed = 'items' | 'implementations' | 'bundles' | 'guidance';

/** Counts what a file adds and changes. */
export class Tally {
  private readonly counts: Record<Listed, { added: number; changed: number; same: number }> = {
    items: { added: 0, changed: 0, same: 0 },
    implementations: { added: 0, changed: 0, same: 0 },
    bundles: { added: 0, changed: 0, same: 0 },
    guidance: { added: 0, changed: 0, same: 0 },
  };
  private readonly changes: ImportedChange[] = [];

  /** Whether there is something to write. */
  note(list: Listed, subject: string, before: object | undefined, after: object): boolean {
    const fields = changedFields(before ?? {}, after);
    const change = before === undefined ? 'added' : fields.length > 0 ? 'changed' : 'same';
    this.counts[list][change] += 1;
    if (change === 'same') return false;
    this.changes.push({ subject, change, fields: change === 'added' ? [] : fields });
    return true;
  }

  report(): Record<Listed, ImportCounts> & { readonly changes: readonly ImportedChange[] } {
    return { ...this.counts, changes: this.changes };
  }
}
