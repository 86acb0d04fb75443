import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Gives each container the files that it needs and no other: one folder for each, which is a volume that it alone
 * mounts. A file appears whole, belongs to the user that reads it, and is readable to nobody else.
 */
export class HandOut {
  constructor(
    private readonly root: string,
    /** Numeric id of user and group; undefined leaves the files to whoever runs this. */
    private readonly owner: number | undefined,
  ) {}

  copy(to: string, file: string, name = basename(file)): void {
    this.place(to, name, (path) => copyFileSync(file, path));
  }

  write(to: string, name: string, text: string): void {
    this.place(to, name, (path) => writeFileSync(path, text));
  }

  private place(to: string, name: string, make: (path: string) => void): void {
    const folder = join(this.root, to);
    if (!existsSync(folder)) throw new Error(`${folder} is missing: nothing is mounted for ${to}`);
    const unfinished = join(folder, `.${name}`);
    // What an earlier run left half done belongs to somebody else already.
    rmSync(unfinished, { force: true });
    make(unfinished);
    chmodSync(unfinished, 0o440);
    if (this.owner !== undefined) chownSync(unfinished, this.owner, this.owner);
    renameSync(unfinished, join(folder, name));
  }
}
