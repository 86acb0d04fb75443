import { extensionOf } from './file-name.js';

interface MediaType {
  readonly extensions: readonly string[];
  /** What browsers declare for the same files. */
  readonly aliases?: readonly string[];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Types whose names and content the store can tell apart. */
export const MEDIA_TYPES: Readonly<Record<string, MediaType>> = {
  'application/pdf': { extensions: ['pdf'], aliases: ['application/x-pdf'] },
  'application/ofd': { extensions: ['ofd'], aliases: ['application/zip'] },
  [`${OFFICE}.wordprocessingml.document`]: { extensions: ['docx'] },
  [`${OFFICE}.spreadsheetml.sheet`]: { extensions: ['xlsx'] },
  'image/jpeg': { extensions: ['jpg', 'jpeg'], aliases: ['image/jpg', 'image/pjpeg'] },
  'image/png': { extensions: ['png'], aliases: ['image/x-png'] },
  'image/tiff': { extensions: ['tif', 'tiff'] },
  'image/webp': { extensions: ['webp'] },
  'text/csv': {
    extensions: ['csv'],
    aliases: ['application/csv', 'application/vnd.ms-excel', 'text/plain'],
  },
  'text/plain': { extensions: ['txt'] },
  'application/json': { extensions: ['json'], aliases: ['text/json', 'text/plain'] },
};

/** What an applicant may hand in as a material; a place or an item may allow less. */
export const MATERIAL_TYPES: readonly string[] = Object.keys(MEDIA_TYPES).filter(
  (type) => type !== 'application/json',
);

/** What may be uploaded at all: materials, and catalogues of items. */
export const UPLOAD_TYPES: readonly string[] = Object.keys(MEDIA_TYPES);

/** What the uploader says that the file is. Both may be missing. */
export interface TypeClaim {
  /** The name the file had; only its extension is looked at. */
  readonly name?: string | undefined;
  /** The `Content-Type` of the part. */
  readonly declared?: string | undefined;
}

/** Browsers say this when they do not know. */
const UNDECLARED = ['', 'application/octet-stream', 'binary/octet-stream'];

const essence = (declared: string): string => (declared.split(';')[0] ?? '').trim().toLowerCase();

/** The text type that the claim speaks of: `application/json`, `text/csv`, `text/plain`, or none. */
export function claimedTextType({ name = '', declared = '' }: TypeClaim): string | undefined {
  const extension = extensionOf(name);
  if (extension === 'json' || (extension === '' && essence(declared) === 'application/json'))
    return 'application/json';
  if (extension === 'csv' || (extension === '' && essence(declared) === 'text/csv'))
    return 'text/csv';
  if (extension === 'txt' || essence(declared).startsWith('text/')) return 'text/plain';
  return undefined;
}

/** The parts of the claim that the found type contradicts, as they were claimed. */
export function contradictions(found: string, { name = '', declared = '' }: TypeClaim): string[] {
  const type = MEDIA_TYPES[found];
  const extension = extensionOf(name);
  const says = essence(declared);
  const agrees = UNDECLARED.includes(says) || says === found || type?.aliases?.includes(says);
  return [
    ...(extension === '' || type === undefined || type.extensions.includes(extension)
      ? []
      : [`.${extension}`]),
    ...(agrees ? [] : [says]),
  ];
}
