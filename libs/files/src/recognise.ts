import { open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { fileTypeFromFile } from 'file-type';
import { claimedTextType, MEDIA_TYPES, type TypeClaim } from './media-types.js';
import { systemCode } from './storage-errors.js';

const UNKNOWN = 'application/octet-stream';

/** The media type that the bytes themselves show. The claim only decides between kinds of text. */
export async function recognise(path: string, claim: TypeClaim): Promise<string> {
  const found = (await fileTypeFromFile(path))?.mime;
  if (found === 'application/zip' && (await isOfd(path))) return 'application/ofd';
  if (found !== undefined && found in MEDIA_TYPES) return found;
  const text = claimedTextType(claim);
  // Signatures of two letters ("BM" of bitmaps) also begin honest texts, so a claim of text is tried first.
  if ((text !== undefined || found === undefined) && (await isText(path, 'utf-8')))
    return text ?? 'text/plain';
  // Spreadsheets of Chinese offices still write tables in GB18030.
  if (text === 'text/csv' && (await isText(path, 'gb18030'))) return text;
  return found ?? UNKNOWN;
}

/** Text of an encoding without a fault and without control characters other than tabs and line ends. */
async function isText(path: string, encoding: 'utf-8' | 'gb18030'): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path))
      if (hasControls(decoder.decode(chunk as Buffer, { stream: true }))) return false;
    return !hasControls(decoder.decode());
  } catch (error) {
    if (systemCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

const hasControls = (text: string): boolean => /[^\P{Cc}\t\r\n]/u.test(text);

const END_RECORD = 0x06054b50;
const END_RECORD_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const MAX_COMMENT_BYTES = 0xffff;
const MAX_DIRECTORY_BYTES = 1 << 20;

/** Whether a zip archive is an official layout document 版式文件 (GB/T 33190): `OFD.xml` at its root. */
async function isOfd(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const read = async (from: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
      return buffer.subarray(0, bytesRead);
    };
    const tailBytes = Math.min(size, END_RECORD_BYTES + MAX_COMMENT_BYTES);
    const tail = await read(size - tailBytes, tailBytes);
    const end = tail.lastIndexOf(Buffer.from('504b0506', 'hex'));
    if (end < 0 || end + END_RECORD_BYTES > tail.length || tail.readUInt32LE(end) !== END_RECORD)
      return false;
    const length = Math.min(tail.readUInt32LE(end + 12), MAX_DIRECTORY_BYTES);
    return entryNames(await read(tail.readUInt32LE(end + 16), length)).includes('OFD.xml');
  } finally {
    await file.close();
  }
}

function entryNames(directory: Buffer): string[] {
  const names: string[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === ENTRY) {
    const [name, extra, comment] = [28, 30, 32].map((offset) =>
      directory.readUInt16LE(at + offset),
    );
    const start = at + ENTRY_BYTES;
    names.push(directory.toString('utf8', start, start + (name ?? 0)));
    at = start + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}
