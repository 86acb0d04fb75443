import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { onPath } from './programs.js';

/** A way to run a program as somebody else than root: PostgreSQL refuses to run as root. */
export interface Identity {
  readonly uid: number;
  readonly gid: number;
}

export interface Invocation {
  readonly command: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Who runs PostgreSQL: nobody else when we are not root; else the owner of the folder when it was made before,
 * else the machine's `postgres` user, else `nobody`. No user is ever added to the machine.
 */
export function unprivilegedIdentity(dataFolder: string): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return ownerOf(dataFolder) ?? passwdEntry('postgres') ?? passwdEntry('nobody') ?? NOBODY;
}

const NOBODY: Identity = { uid: 65_534, gid: 65_534 };

/**
 * How to run the program as that identity. A parent folder that is closed to others (a home or a temporary
 * folder with mode 700) would stop it, so there it keeps the one capability to pass through folders.
 */
export function invocationAs(
  identity: Identity | undefined,
  command: string,
  args: readonly string[],
  folders: readonly string[],
): Invocation {
  if (identity === undefined) return { command, args };
  const setpriv = onPath('setpriv');
  if (folders.every(isOpenToOthers) || setpriv === undefined) return { command, args, ...identity };
  return {
    command: setpriv,
    args: [
      '--securebits=+no_setuid_fixup',
      `--reuid=${String(identity.uid)}`,
      `--regid=${String(identity.gid)}`,
      '--clear-groups',
      '--inh-caps=-all,+dac_override',
      '--ambient-caps=-all,+dac_override',
      command,
      ...args,
    ],
  };
}

function isOpenToOthers(folder: string): boolean {
  for (let each = folder; ; each = dirname(each)) {
    if ((statSync(each).mode & 0o001) === 0) return false;
    if (dirname(each) === each) return true;
  }
}

function ownerOf(folder: string): Identity | undefined {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat === undefined || stat.uid === 0 ? undefined : { uid: stat.uid, gid: stat.gid };
}

function passwdEntry(name: string): Identity | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined
    ? undefined
    : { uid: Number(uid), gid: Number(gid) };
}
