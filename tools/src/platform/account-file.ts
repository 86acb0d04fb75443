import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Role } from '@onewindow/kernel';
import { platformRefusals } from './refusals.js';

/** Somebody who can sign in, as the gateway reads it. */
export interface StoredAccount {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Six-digit region code. */
  readonly region: string;
  readonly department?: string;
  /** Unified social credit code. */
  readonly organisation?: string;
  readonly organisationName?: string;
  /** argon2id, in the PHC string format. */
  readonly passwordHash: string;
  /** Came with the demonstration city: production lets nobody in by such an account. */
  readonly demonstration?: true;
}

const WAITS_MS = 10_000;
/** A change takes a second; what is older was left by somebody who died over it. */
const LEFT_AFTER_MS = 60_000;

/** Nobody where there is no file yet. */
export function storedAccounts(file: string): readonly StoredAccount[] {
  if (!existsSync(file)) return [];
  const { accounts } = JSON.parse(readFileSync(file, 'utf8')) as { accounts: StoredAccount[] };
  return accounts;
}

/**
 * Replaces the file of accounts as a whole, one change after the other even when they are asked for in different
 * containers: the new file, which only one can begin, is the lock. Refuses `accounts-being-changed` when its turn does not come.
 */
export async function changeAccounts(
  file: string,
  change: (accounts: readonly StoredAccount[]) => Promise<readonly StoredAccount[]>,
): Promise<void> {
  const unfinished = `${file}.new`;
  const begun = await begin(unfinished);
  try {
    const accounts = await change(storedAccounts(file));
    writeSync(begun, JSON.stringify({ accounts }, null, 2));
    fsyncSync(begun);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    closeSync(begun);
  }
}

async function begin(unfinished: string): Promise<number> {
  const end = Date.now() + WAITS_MS;
  for (;;) {
    try {
      return openSync(unfinished, 'wx', 0o600);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (ageOf(unfinished) > LEFT_AFTER_MS) rmSync(unfinished, { force: true });
    else if (Date.now() >= end) throw platformRefusals.refuse('accounts-being-changed');
    else await pause(50);
  }
}

const ageOf = (file: string): number =>
  Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
