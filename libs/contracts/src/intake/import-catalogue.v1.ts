import { defineCommand } from '../contract.js';
import { Flag, Text, Uuid } from '../fields.js';

export class ImportCatalogueRequest {
  /** Receipt of the upload: a catalogue as JSON or CSV (docs/catalogue-file.md). */
  @Text({ max: 4000 }) fileReceipt!: string;
  /** Only tells what would change. */
  @Flag() dryRun!: boolean;
}

export class ImportCatalogueReply {
  @Uuid() importId!: string;
}

export const ImportCatalogueV1 = defineCommand({
  name: 'intake.import-catalogue',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: ImportCatalogueRequest,
  reply: ImportCatalogueReply,
  http: { method: 'POST', path: '/catalogue-imports' },
  summary: {
    zh: '导入事项目录：整体校验，整体生效或不生效，可试运行',
    en: 'Imports a catalogue: judged as a whole, taken whole or not at all, or only tried',
  },
});
