import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { invocationAs } from './unprivileged.js';
import type { Identity } from './unprivileged.js';

interface NewCluster {
  readonly initdb: string;
  readonly dataFolder: string;
  readonly password: string;
  readonly identity: Identity | undefined;
  /** Whether the new files are flushed to the disk before they are used. */
  readonly isDurable: boolean;
}

/**
 * What `create database` says on a server that somebody else has set up, so that text is kept and sorted there as it is here:
 * its own default may know no UTF-8 at all, or sort differently from machine to machine. PostgreSQL 17 and later.
 */
export const SORTED_BY_CODE_POINT =
  "template template0 encoding 'UTF8' locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'";

/** Makes an empty cluster: UTF-8, sorted by code point on every machine alike, a password for every connection. */
export function initialise({
  initdb,
  dataFolder,
  password,
  identity,
  isDurable,
}: NewCluster): void {
  rmSync(dataFolder, { recursive: true, force: true });
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const passwordFile = `${dataFolder}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (identity !== undefined) {
    for (const path of [dataFolder, passwordFile]) chownSync(path, identity.uid, identity.gid);
  }
  const args = [
    `--pgdata=${dataFolder}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(isDurable ? [] : ['--no-sync']),
  ];
  const { command, args: all, ...ids } = invocationAs(identity, initdb, args, [dataFolder, initdb]);
  const made = spawnSync(command, all, { ...ids, encoding: 'utf8' });
  rmSync(passwordFile, { force: true });
  if (made.status === 0) return;
  rmSync(dataFolder, { recursive: true, force: true });
  throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
}
