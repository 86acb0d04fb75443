import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openStoredFile } from '@onewindow/files';
import type { CatalogueFile } from '../../domain/catalogue/catalogue-file.js';
import type { HeldFile } from '../../domain/application.js';
import { unmet } from '../../domain/unmet.js';
import type { CatalogueFiles } from '../../use-cases/ports.js';
import { readCsv } from './csv-catalogue.js';
import { decodedText } from './decoded-text.js';
import { Entries } from './entries.js';
import { openJson, readJson } from './json-catalogue.js';

/** Bytes; a catalogue of 40,000 implementations has about twenty million. */
const LARGEST = 128 << 20;

/** Reads uploaded catalogues from the folder that the gateway keeps uploads in. */
export class StoredCatalogueFiles implements CatalogueFiles {
  constructor(private readonly folder: string | null) {}

  readonly breathe = (): Promise<void> => nextTurn();

  async read(file: HeldFile): Promise<CatalogueFile> {
    const entries = new Entries();
    const open = opened(await this.bytesOf(file, entries), file, entries);
    await open();
    return entries.file();
  }

  private async bytesOf(
    { hash, size }: HeldFile,
    entries: Entries,
  ): Promise<Uint8Array | undefined> {
    if (this.folder === null) entries.fault(1, NO_FOLDER);
    if (size > LARGEST) entries.fault(1, TOO_LARGE);
    if (this.folder === null || size > LARGEST) return undefined;
    const { stream } = await openStoredFile(this.folder, hash);
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk as Uint8Array);
    const bytes = Buffer.concat(chunks);
    if (createHash('sha256').update(bytes).digest('hex') === hash) return bytes;
    entries.fault(1, ALTERED);
    return undefined;
  }
}

/** Reads a catalogue as what its name and type say: JSON, else CSV. */
export const readCatalogue = (
  bytes: Uint8Array,
  about: Pick<HeldFile, 'name' | 'mediaType'>,
  entries: Entries,
): Promise<void> => opened(bytes, about, entries)();

/** What is left to do once the text was taken apart: neither the bytes nor the text of a JSON file are held any longer. */
function opened(
  bytes: Uint8Array | undefined,
  { name, mediaType }: Pick<HeldFile, 'name' | 'mediaType'>,
  entries: Entries,
): () => Promise<void> {
  const nothing = () => Promise.resolve();
  if (bytes === undefined) return nothing;
  const text = decodedText(bytes);
  if (text === undefined) {
    entries.fault(1, UNREADABLE);
    return nothing;
  }
  const isJson = mediaType === 'application/json' || /\.json$/i.test(name);
  return isJson ? readingJson(text, entries) : () => readCsv(text, entries);
}

function readingJson(text: string, entries: Entries): () => Promise<void> {
  const open = openJson(text, entries);
  return () => readJson(open, entries);
}

const UNREADABLE = unmet(
  'text-readable',
  '文件应为 UTF-8 或 GB18030 编码的文字。',
  'The file has to be text in UTF-8 or GB18030.',
);
const TOO_LARGE = unmet(
  'file-size',
  `文件不得超过 ${LARGEST >> 20} MB，请分开导入。`,
  `A file has at most ${LARGEST >> 20} MB; import it in parts.`,
);
const ALTERED = unmet(
  'file-intact',
  '文件内容与上传时不符，请重新上传。',
  'The file is not what was uploaded; upload it again.',
);
const NO_FOLDER = unmet(
  'files-within-reach',
  '本服务未设置上传文件目录（OW_FILES_DIR），请联系运维人员。',
  'This service has no folder of uploads (OW_FILES_DIR); ask whoever runs it.',
);
