import { createHash } from 'node:crypto';
import { chmod, mkdir, open, readdir, rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { contentHash, isContentHash, type ContentHash } from './content-hash.js';
import { fileRefusals } from './file-refusals.js';
import type { FileStore, OpenedFile } from './file-store.js';
import { receive } from './receive.js';
import { isMissing, refuseWhenFull } from './storage-errors.js';
import { requireType } from './type-rules.js';
import { UnfinishedFiles } from './unfinished-files.js';

/** Opens a store in a folder (`<root>/ab/cd/<hash>`), makes it if needed, and sweeps what a crash left unfinished. */
export async function openFolderStore(root: string): Promise<FileStore> {
  await mkdir(root, { recursive: true });
  await syncFolder(dirname(resolve(root)));
  const unfinished = await UnfinishedFiles.in(join(root, 'unfinished'));
  const place = (hash: ContentHash) => placeIn(root, hash);

  return {
    put: (source, conditions) =>
      refuseWhenFull(() =>
        unfinished.use(async (path) => {
          const { hash, size } = await receive(source, path, conditions.maxBytes);
          const mediaType = await requireType(path, conditions);
          await keep(path, place(hash), root);
          return { hash, size, mediaType };
        }),
      ),
    open: async (hash) => openFile(place(contentHash(hash))),
    verify: (hash) => verifyStoredFile(root, hash),
    hashes: () => hashesIn(root),
  };
}

/** Opens a stored file of a folder that another process writes. Throws the refusals `file-hash-malformed` and `file-not-found`. */
export const openStoredFile = (root: string, hash: string): Promise<OpenedFile> =>
  openFile(placeIn(root, contentHash(hash)));

/** Whether a stored file of a folder still is what its hash says, without touching anything else there. */
export async function verifyStoredFile(
  root: string,
  hash: string,
): Promise<'intact' | 'altered' | 'missing'> {
  const digest = await hashOf(placeIn(root, contentHash(hash)));
  if (digest === undefined) return 'missing';
  return digest === hash ? 'intact' : 'altered';
}

const placeIn = (root: string, hash: ContentHash): string =>
  join(root, hash.slice(0, 2), hash.slice(2, 4), hash);

/** Moves the file to its place so that after a power cut it is there whole or not at all. */
async function keep(path: string, target: string, root: string): Promise<void> {
  const folder = dirname(target);
  await mkdir(folder, { recursive: true });
  await chmod(path, 0o440);
  await rename(path, target);
  for (const changed of [folder, dirname(folder), root]) await syncFolder(changed);
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function openFile(path: string): Promise<OpenedFile> {
  const file = await open(path).catch((error: unknown) => {
    throw isMissing(error) ? fileRefusals.refuse('file-not-found') : error;
  });
  const { size } = await file.stat();
  return { size, stream: file.createReadStream() };
}

async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    const file = await open(path);
    await pipeline(file.createReadStream(), hash);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  return hash.digest('hex');
}

async function* hashesIn(root: string): AsyncGenerator<ContentHash> {
  const pairs = async (folder: string) =>
    (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort();
  for (const first of await pairs(root))
    for (const second of await pairs(join(root, first)))
      yield* (await readdir(join(root, first, second))).filter(isContentHash).sort();
}
