import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Refusal } from '@onewindow/kernel';
import { EXE, PDF, TEXT } from '../test/sample-files.js';
import { removeTemporaryFolders, temporaryFolder } from '../test/temporary-folder.js';
import type { UploadConditions } from './file-store.js';
import { openFolderStore } from './folder-store.js';
import { MATERIAL_TYPES } from './media-types.js';

const MATERIAL: UploadConditions = { maxBytes: 1 << 20, allowed: MATERIAL_TYPES };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const inPieces = (bytes: Buffer, size = 7) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.subarray(i * size, (i + 1) * size),
    ),
  );
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

async function aStore() {
  const root = await temporaryFolder();
  const store = await openFolderStore(root);
  const leftovers = () => readdir(join(root, 'unfinished'));
  const placeOf = (hash: string) => join(root, hash.slice(0, 2), hash.slice(2, 4), hash);
  const stored = async () => {
    const hashes: string[] = [];
    for await (const hash of store.hashes()) hashes.push(hash);
    return hashes;
  };
  return { root, store, leftovers, placeOf, stored };
}

afterAll(removeTemporaryFolders);

describe('Storing a file', () => {
  it('answers with the hash, size and type of the bytes, and gives the same bytes back', async () => {
    const { store, leftovers } = await aStore();

    const file = await store.put(inPieces(PDF), MATERIAL);

    expect(file).toEqual({ hash: sha256(PDF), size: PDF.length, mediaType: 'application/pdf' });
    const { stream, size } = await store.open(file.hash);
    expect(size).toBe(PDF.length);
    expect(await buffer(stream)).toEqual(PDF);
    expect(await leftovers()).toEqual([]);
  });

  it('puts it under its hash, readable and not writable', async () => {
    const { store, placeOf } = await aStore();

    const { hash } = await store.put(inPieces(PDF), MATERIAL);

    expect((await stat(placeOf(hash))).mode & 0o777).toBe(0o440);
  });

  it('keeps the same bytes once', async () => {
    const { store, stored } = await aStore();

    const first = await store.put(inPieces(PDF), MATERIAL);
    const second = await store.put(inPieces(PDF, 11), MATERIAL);

    expect(second).toEqual(first);
    expect(await stored()).toEqual([first.hash]);
  });

  it('is safe when many store the same and different bytes at once', async () => {
    const { store, root, stored, leftovers } = await aStore();
    const other = await openFolderStore(root);
    const files = [PDF, TEXT, Buffer.concat([PDF, randomBytes(200_000)])];

    const puts = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        [store, other][i % 2]!.put(inPieces(files[i % 3]!, 4_096), MATERIAL),
      ),
    );

    expect(new Set(puts.map(({ hash }) => hash))).toEqual(new Set(files.map(sha256)));
    expect(await stored()).toEqual(files.map(sha256).sort());
    for (const file of files) expect(await store.verify(sha256(file))).toBe('intact');
    expect(await leftovers()).toEqual([]);
  });

  it('lets a reader finish while the same bytes are stored again', async () => {
    const { store } = await aStore();
    const bytes = Buffer.concat([PDF, randomBytes(500_000)]);
    const { hash } = await store.put(inPieces(bytes, 65_536), MATERIAL);

    const { stream } = await store.open(hash);
    await store.put(inPieces(bytes, 65_536), MATERIAL);

    expect(sha256(await buffer(stream))).toBe(hash);
  });

  it('takes a file of exactly the largest size and refuses one byte more', async () => {
    const { store, stored, leftovers } = await aStore();

    expect(await codeOf(store.put(inPieces(PDF), { ...MATERIAL, maxBytes: PDF.length - 1 }))).toBe(
      'file-too-large',
    );
    expect([await stored(), await leftovers()]).toEqual([[], []]);
    expect(await codeOf(store.put(inPieces(PDF), { ...MATERIAL, maxBytes: PDF.length }))).toBe(
      'none',
    );
  });

  it('stops reading as soon as the file is too large', async () => {
    const { store } = await aStore();
    let read = 0;
    const endless = new Readable({
      read(size) {
        read += size;
        this.push(Buffer.alloc(size));
      },
    });

    expect(await codeOf(store.put(endless, { ...MATERIAL, maxBytes: 1_000_000 }))).toBe(
      'file-too-large',
    );
    expect(read).toBeLessThan(2_000_000);
    expect(endless.destroyed).toBe(true);
  });

  it('refuses a part that the parser of the upload cut off', async () => {
    const { store, stored } = await aStore();

    const cut = Object.assign(inPieces(PDF), { truncated: true });

    expect(await codeOf(store.put(cut, MATERIAL))).toBe('file-too-large');
    expect(await stored()).toEqual([]);
  });

  it('refuses an empty file', async () => {
    const { store, leftovers } = await aStore();

    expect(await codeOf(store.put(Readable.from([]), MATERIAL))).toBe('file-empty');
    expect(await leftovers()).toEqual([]);
  });

  it('keeps nothing of a refused type', async () => {
    const { store, stored, leftovers } = await aStore();

    expect(await codeOf(store.put(inPieces(EXE), MATERIAL))).toBe('file-type-not-allowed');
    expect([await stored(), await leftovers()]).toEqual([[], []]);
  });

  it('keeps nothing of an upload that breaks off, and passes the error on', async () => {
    const { store, stored, leftovers } = await aStore();
    const broken = Readable.from(
      (function* () {
        yield PDF;
        throw new Error('the line went dead');
      })(),
    );

    await expect(store.put(broken, MATERIAL)).rejects.toThrow('the line went dead');
    expect([await stored(), await leftovers()]).toEqual([[], []]);
  });

  it('repairs a damaged file when its bytes are handed in again', async () => {
    const { store, placeOf } = await aStore();
    const { hash } = await store.put(inPieces(PDF), MATERIAL);
    await chmod(placeOf(hash), 0o600);
    await writeFile(placeOf(hash), 'damaged');

    await store.put(inPieces(PDF), MATERIAL);

    expect(await store.verify(hash)).toBe('intact');
  });
});

describe('Opening a file', () => {
  it('that nobody stored is refused', async () => {
    const { store } = await aStore();

    expect(await codeOf(store.open('a'.repeat(64)))).toBe('file-not-found');
  });

  it.each([
    '',
    '../../etc/passwd',
    `${'a'.repeat(61)}/..`,
    'A'.repeat(64),
    `${'a'.repeat(64)}\n`,
    'a'.repeat(65),
  ])('is refused by anything but a hash: %j', async (hash) => {
    const { store } = await aStore();

    expect(await codeOf(store.open(hash))).toBe('file-hash-malformed');
    expect(await codeOf(store.verify(hash))).toBe('file-hash-malformed');
  });
});

describe('Verifying a file', () => {
  it('tells an altered file from a missing one', async () => {
    const { store, placeOf } = await aStore();
    const { hash } = await store.put(inPieces(PDF), MATERIAL);
    await chmod(placeOf(hash), 0o600);
    await writeFile(placeOf(hash), PDF.subarray(1));

    expect(await store.verify(hash)).toBe('altered');
    expect(await store.verify('0'.repeat(64))).toBe('missing');
  });
});

describe('Opening a store', () => {
  const unfinished = (folder: string, ...owner: (string | number)[]) =>
    writeFile(join(folder, [...owner, 'x'].join('~')), 'half');

  it('sweeps what a crashed process left, also under the number of this process', async () => {
    const root = await temporaryFolder();
    const folder = join(root, 'unfinished');
    await mkdir(folder);
    const beyondEveryPid = 2 ** 22 + 1;
    await unfinished(folder, hostname(), beyondEveryPid, 'earlier-run');
    await unfinished(folder, hostname(), process.pid, 'earlier-run');

    await openFolderStore(root);

    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves the uploads of other running processes alone', async () => {
    const root = await temporaryFolder();
    const folder = join(root, 'unfinished');
    await mkdir(folder);
    await unfinished(folder, hostname(), process.ppid, 'their-run');
    await unfinished(folder, 'another-host', 1, 'their-run');

    await openFolderStore(root);

    expect(await readdir(folder)).toHaveLength(2);
  });

  it('leaves a running upload of this process alone', async () => {
    const { store, root } = await aStore();
    let continueUpload: () => void = () => undefined;
    const half = new Promise<void>((resolve) => (continueUpload = resolve));
    const source = Readable.from(
      (async function* () {
        yield PDF.subarray(0, 20);
        await half;
        yield PDF.subarray(20);
      })(),
    );

    const put = store.put(source, MATERIAL);
    await openFolderStore(root);
    continueUpload();

    expect((await put).hash).toBe(sha256(PDF));
  });

  it('finds what was stored before', async () => {
    const { store, root } = await aStore();
    const { hash } = await store.put(inPieces(PDF), MATERIAL);

    expect(await (await openFolderStore(root)).verify(hash)).toBe('intact');
  });
});
