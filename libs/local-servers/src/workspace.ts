import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root folder of the clone, from wherever the calling code runs (sources or build output). */
export function workspaceRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'nx.json'))) return folder;
    if (dirname(folder) === folder) throw new Error('not inside a clone: no nx.json above');
  }
}
