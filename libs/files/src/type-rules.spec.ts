import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '@onewindow/kernel';
import * as fc from 'fast-check';
import { DOCX, EXE, JPEG, OFD, PDF, PNG, SVG, TEXT, ZIP } from '../test/sample-files.js';
import { removeTemporaryFolders, temporaryFolder } from '../test/temporary-folder.js';
import { MATERIAL_TYPES, type TypeClaim } from './media-types.js';
import { requireType } from './type-rules.js';

const SEED = Number(process.env['OW_SEED'] ?? Date.now() % 0x7fffffff);
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function typeOf(bytes: Uint8Array, claim: TypeClaim = {}, allowed = MATERIAL_TYPES) {
  const path = join(await temporaryFolder(), 'bytes');
  await writeFile(path, bytes);
  return requireType(path, { ...claim, allowed, maxBytes: 1 << 20 }).catch((error: unknown) => {
    if (error instanceof Refusal)
      return `${error.code}: ${error.unmet.map(({ rule }) => rule).join(' ')}`;
    throw error;
  });
}

const NOT_ALLOWED = 'file-type-not-allowed: file-type-allowed';
const MISMATCH = 'file-type-mismatch: file-type-as-claimed';

afterAll(removeTemporaryFolders);

describe('The type of a file', () => {
  it.each([
    ['application/pdf', PDF],
    ['image/jpeg', JPEG],
    ['image/png', PNG],
    [WORD, DOCX],
    ['application/ofd', OFD],
    ['text/plain', TEXT],
    ['text/plain', Buffer.concat([Buffer.from('efbbbf', 'hex'), TEXT])],
  ])('is what its bytes show: %s', async (type, bytes) => {
    expect(await typeOf(bytes)).toBe(type);
  });

  it.each<[string, Buffer, TypeClaim]>([
    ['application/pdf', PDF, { name: '许可证.PDF', declared: 'application/pdf' }],
    ['application/pdf', PDF, { name: 'scan', declared: 'application/octet-stream' }],
    ['image/jpeg', JPEG, { name: 'a.jpeg', declared: 'image/jpg' }],
    ['application/ofd', OFD, { name: '证照.ofd', declared: 'application/zip' }],
    ['text/csv', TEXT, { name: 'a.csv', declared: 'application/vnd.ms-excel' }],
    ['text/csv', TEXT, { name: 'a.csv', declared: 'text/plain; charset=utf-8' }],
    ['text/csv', TEXT, { declared: 'text/csv; charset=utf-8' }],
    ['text/plain', Buffer.from('BMI of the applicant'), { name: 'a.txt' }],
  ])('agrees with an honest claim: %s', async (type, bytes, claim) => {
    expect(await typeOf(bytes, claim)).toBe(type);
  });

  it.each<[string, Buffer, TypeClaim]>([
    ['a program called a PDF', EXE, { name: 'a.pdf', declared: 'application/pdf' }],
    ['a program without a claim', EXE, {}],
    ['an archive', ZIP, { name: 'a.zip' }],
    ['an archive called OFD', ZIP, { name: 'a.ofd' }],
    ['a picture that may carry a script', SVG, { name: 'a.svg', declared: 'image/svg+xml' }],
    ['text in another encoding', Buffer.from('c5c5cbaed0edbfc9', 'hex'), { name: 'a.txt' }],
    ['text with a zero byte', Buffer.from('a\u0000b'), { name: 'a.txt' }],
    ['text cut in the middle of a character', TEXT.subarray(0, 2), { name: 'a.txt' }],
    ['a signature cut off', PNG.subarray(0, 6), { name: 'a.png' }],
  ])('is refused: %s', async (_situation, bytes, claim) => {
    expect(await typeOf(bytes, claim)).toContain(NOT_ALLOWED);
  });

  it.each<[string, Buffer, TypeClaim]>([
    ['a PNG called a PDF', PNG, { name: 'a.pdf' }],
    ['a PDF declared as a picture', PDF, { declared: 'image/png' }],
    ['a PDF called a text', PDF, { name: 'a.txt' }],
    ['a PDF called a program', PDF, { name: 'a.exe' }],
    ['a text called a PDF', TEXT, { name: 'a.pdf' }],
    ['a text declared as a page', TEXT, { name: 'a.txt', declared: 'text/html' }],
  ])('is refused when the claim says otherwise: %s', async (_situation, bytes, claim) => {
    expect(await typeOf(bytes, claim)).toContain(MISMATCH);
  });

  it('is refused with every reason', async () => {
    expect(await typeOf(EXE, { name: 'a.pdf', declared: 'image/png' })).toBe(
      'file-type-not-allowed: file-type-allowed file-type-as-claimed',
    );
  });

  it('may be allowed more narrowly than by the platform', async () => {
    expect(await typeOf(PDF, {}, ['image/png'])).toBe(NOT_ALLOWED);
  });

  it('never makes any bytes throw anything but a refusal', async () => {
    process.stderr.write(`seed ${SEED}\n`);
    const starts = [
      PDF,
      PNG,
      JPEG,
      DOCX,
      OFD,
      ZIP,
      EXE,
      Buffer.from('504b0506', 'hex'),
      Buffer.alloc(0),
    ];
    const bytes = fc
      .tuple(fc.constantFrom(...starts), fc.nat(400), fc.uint8Array({ maxLength: 200 }))
      .map(([start, cut, rest]) => Buffer.concat([start.subarray(0, cut), rest]));

    await fc.assert(
      fc.asyncProperty(bytes, async (each) => typeof (await typeOf(each)) === 'string'),
      { seed: SEED, numRuns: 300 },
    );
  });
});
