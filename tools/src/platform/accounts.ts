import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { hash } from '@node-rs/argon2';
import type { DemonstrationAccount } from '../demonstration/accounts.js';
import { writeSecret, type DataFolder } from './data-folder.js';

/** Somebody who can sign in, with the password in the clear: for demonstrations only. */
export interface SignIn extends DemonstrationAccount {
  readonly password: string;
}

/** What the gateway reads: the same people with argon2 hashes. */
interface StoredAccount extends DemonstrationAccount {
  readonly passwordHash: string;
}

/**
 * The local accounts of a demonstration: passwords are drawn when the data folder is made and stay the same. Accounts
 * that came with a newer version are added.
 */
export async function makeAccounts(
  accounts: readonly DemonstrationAccount[],
  folder: DataFolder,
): Promise<readonly SignIn[]> {
  const known = readPasswords(folder.passwords);
  const signIns = accounts.map((each) => ({ ...each, password: known[each.id] ?? newPassword() }));
  const isComplete = existsSync(folder.accounts) && accounts.every(({ id }) => id in known);
  if (isComplete) return signIns;
  const stored = await Promise.all(signIns.map(withHash));
  writeSecret(folder.accounts, JSON.stringify({ accounts: stored }, null, 2));
  const passwords = Object.fromEntries(signIns.map(({ id, password }) => [id, password]));
  writeSecret(folder.passwords, JSON.stringify(passwords, null, 2));
  return signIns;
}

async function withHash({ password, ...account }: SignIn): Promise<StoredAccount> {
  return { ...account, passwordHash: await hash(password) };
}

function readPasswords(file: string): Readonly<Record<string, string>> {
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}

const newPassword = (): string => randomBytes(9).toString('base64url');
