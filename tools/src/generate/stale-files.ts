import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from './generated-file.js';

/** The generated files that do not say any more what the code says. */
export const staleFiles = (
  root: string,
  files: readonly GeneratedFile[],
): readonly GeneratedFile[] =>
  files.filter(({ path, text }) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
