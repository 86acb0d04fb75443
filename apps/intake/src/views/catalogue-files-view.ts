import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  CatalogueFinding,
  ExportCatalogueReply,
  ExportCatalogueRequest,
  FindImportReply,
  FindImportRequest,
} from '@onewindow/contracts';
import {
  BundleRow,
  CatalogueItemRow,
  GuidanceRow,
  ImplementationRow,
} from '../adapters/persistence/rows.js';
import type { FileFinding } from '../domain/catalogue/catalogue-file.js';
import type { CatalogueImport } from '../domain/catalogue/catalogue-import.js';
import { intakeRefusals } from '../domain/refusals.js';
import { finding } from './catalogue-views.js';
import { LISTS, type FileFormat, type ListName, type Written } from './catalogue-writing.js';

const PAGE = 200;
const ROWS_AT_ONCE = 40;
/** A message holds 256 KB. */
const MOST_BYTES = 100_000;

/** The catalogue as files: what came of those that were handed in, and the whole of it on its way out. */
export class CatalogueFilesView {
  constructor(
    private readonly em: EntityManager,
    private readonly imported: (id: string) => Promise<CatalogueImport | undefined>,
    private readonly formats: Readonly<Record<'csv' | 'json', FileFormat>>,
  ) {}

  async import({ importId, skip = 0 }: FindImportRequest): Promise<FindImportReply> {
    const found = await this.imported(importId);
    if (found === undefined) throw intakeRefusals.refuse('not-found');
    const { status, file, dryRun, report } = found;
    return {
      importId,
      status,
      fileName: file.name,
      dryRun,
      ...(report && {
        items: report.items,
        implementations: report.implementations,
        bundles: report.bundles,
        ...(report.guidance && { guidance: report.guidance }),
      }),
      changes: (report?.changes ?? []).map(({ fields, ...each }) => ({
        ...each,
        fields: fields.slice(0, 100),
      })),
      faults: report?.faults ?? 0,
      findings: (report?.findings ?? []).slice(skip, skip + PAGE).map(inFile),
      notes: (report?.notes ?? []).slice(skip, skip + PAGE).map(inFile),
    };
  }

  async export({ format, cursor }: ExportCatalogueRequest): Promise<ExportCatalogueReply> {
    const writer = this.formats[format];
    const [list, last] = placeOf(cursor);
    const isFirst = last === '';
    let text = cursor === undefined ? writer.begin : '';
    if (isFirst) text += writer.opening(list);
    const rows = await this.rows(list, last);
    let taken = 0;
    for (const { id, written } of rows) {
      const entry = writer.entry(written, isFirst && taken === 0);
      if (taken > 0 && Buffer.byteLength(text) + Buffer.byteLength(entry) > MOST_BYTES)
        return { text, nextCursor: `${list}:${rows[taken - 1]?.id ?? id}` };
      text += entry;
      taken += 1;
    }
    if (rows.length === ROWS_AT_ONCE)
      return { text, nextCursor: `${list}:${rows.at(-1)?.id ?? ''}` };
    const next = LISTS[LISTS.indexOf(list) + 1];
    return next === undefined ? { text: text + writer.end } : { text, nextCursor: `${next}:` };
  }

  private async rows(list: ListName, last: string): Promise<readonly Row[]> {
    const em = this.em.fork();
    const behind = { id: { $gt: last } };
    switch (list) {
      case 'items': {
        const rows = await em.find(CatalogueItemRow, { ...behind, retiredOn: null }, NEXT_ROWS);
        return rows.map(({ id, state }) => ({ id, written: { list, state } }));
      }
      case 'implementations': {
        const rows = await em.find(
          ImplementationRow,
          { ...behind, item: { $ne: null } },
          NEXT_ROWS,
        );
        return rows.map(({ id, state }) => ({ id, written: { list, state } }));
      }
      case 'bundles': {
        const rows = await em.find(BundleRow, { ...behind, planned: true }, NEXT_ROWS);
        return rows.map(({ id, state }) => ({ id, written: { list, state } }));
      }
      case 'guidance': {
        const rows = await em.find(GuidanceRow, behind, NEXT_ROWS);
        return rows.map(({ id, state }) => ({ id, written: { list, state } }));
      }
    }
  }
}

interface Row {
  readonly id: string;
  readonly written: Written;
}

const NEXT_ROWS = { orderBy: { id: 'asc' }, limit: ROWS_AT_ONCE, populate: ['state'] } as const;

function placeOf(cursor = 'items:'): readonly [ListName, string] {
  const [name, ...rest] = cursor.split(':');
  const list = LISTS.find((each) => each === name);
  if (list === undefined) throw intakeRefusals.refuse('not-found');
  return [list, rest.join(':')];
}

const inFile = ({ row, subject, unmet }: FileFinding): CatalogueFinding => ({
  ...finding(unmet),
  ...(row !== undefined && { row }),
  ...(subject !== undefined && { subject: subject.slice(0, 200) }),
});
