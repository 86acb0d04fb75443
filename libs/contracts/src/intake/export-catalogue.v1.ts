import { defineQuery } from '../contract.js';
import { OneOf, Optional, Text } from '../fields.js';

export class ExportCatalogueRequest {
  @OneOf(['csv', 'json']) format!: 'csv' | 'json';
  @Optional() @Text({ max: 400 }) cursor?: string;
}

export class ExportCatalogueReply {
  /** A part of the file; the parts one after another are the file. */
  @Text({ min: 0, max: 200_000 }) text!: string;
  @Optional() @Text({ max: 400 }) nextCursor?: string;
}

export const ExportCatalogueV1 = defineQuery({
  name: 'intake.export-catalogue',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: ExportCatalogueRequest,
  reply: ExportCatalogueReply,
  http: { method: 'GET', path: '/catalogue-export' },
  summary: {
    zh: '分段导出事项目录',
    en: 'Exports the catalogue part by part, in the format in which it is imported',
  },
});
