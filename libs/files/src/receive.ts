import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { ContentHash } from './content-hash.js';
import { fileRefusals } from './file-refusals.js';
import type { ByteSource } from './file-store.js';

export interface Received {
  readonly hash: ContentHash;
  readonly size: number;
}

/** Writes the bytes to a new file while counting and hashing them; when it returns, they are on the disk. */
export async function receive(
  source: ByteSource,
  path: string,
  maxBytes: number,
): Promise<Received> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (source.truncated === true) throw tooLarge(maxBytes);
    if (size === 0) throw fileRefusals.refuse('file-empty');
    await file.sync();
  } finally {
    await file.close();
  }
  return { hash: hash.digest('hex') as ContentHash, size };
}

const tooLarge = (maxBytes: number) =>
  fileRefusals.refuse('file-too-large', [
    {
      rule: 'file-within-size-limit',
      message: {
        zh: `文件不得超过${inMiB(maxBytes)} MiB。`,
        en: `A file may have at most ${inMiB(maxBytes)} MiB.`,
      },
    },
  ]);

const inMiB = (bytes: number): string => String(Math.round((bytes / 1024 / 1024) * 100) / 100);
