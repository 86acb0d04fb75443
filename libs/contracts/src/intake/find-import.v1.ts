import { defineQuery } from '../contract.js';
import { Flag, Nested, NestedList, OneOf, Optional, Text, Texts, Uuid, Whole } from '../fields.js';
import { CatalogueFinding } from '../parts/index.js';

export const IMPORT_STATUSES = ['received', 'taken', 'tried', 'refused'] as const;

export class ImportCounts {
  @Whole() added!: number;
  @Whole() changed!: number;
  @Whole() same!: number;
}

/** What an import changes, or what it would have changed. */
export class ImportedChange {
  @Text({ max: 200 }) subject!: string;
  @OneOf(['added', 'changed']) change!: 'added' | 'changed';
  /** Fields that differ. */
  @Texts({ atMost: 100, max: 100 }) fields!: string[];
}

export class FindImportRequest {
  @Uuid() importId!: string;
  /** Findings to leave out at the beginning, for the next page. */
  @Optional() @Whole({ max: 100_000 }) skip?: number;
}

export class FindImportReply {
  @Uuid() importId!: string;
  @OneOf(IMPORT_STATUSES) status!: (typeof IMPORT_STATUSES)[number];
  @Text({ max: 200 }) fileName!: string;
  @Flag() dryRun!: boolean;
  @Optional() @Nested(() => ImportCounts) items?: ImportCounts;
  @Optional() @Nested(() => ImportCounts) implementations?: ImportCounts;
  @Optional() @Nested(() => ImportCounts) bundles?: ImportCounts;
  @Optional() @Nested(() => ImportCounts) guidance?: ImportCounts;
  /** The first of what changes. */
  @NestedList(() => ImportedChange, { atMost: 200 }) changes!: ImportedChange[];
  /** How many faults there are; with one nothing is imported. */
  @Whole() faults!: number;
  @NestedList(() => CatalogueFinding, { atMost: 200 }) findings!: CatalogueFinding[];
  /** What was taken and should be known: nodes that are not offered here, drafts and what they lack. */
  @NestedList(() => CatalogueFinding, { atMost: 200 }) notes!: CatalogueFinding[];
}

export const FindImportV1 = defineQuery({
  name: 'intake.find-import',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: FindImportRequest,
  reply: FindImportReply,
  http: { method: 'GET', path: '/catalogue-imports/{importId}' },
  summary: {
    zh: '查看目录导入报告：改动、问题所在行和字段',
    en: 'Shows the report of an import: what changes, and every fault with row and field',
  },
});
