import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { hash } from '@node-rs/argon2';
import type { DemonstrationAccount } from '../demonstration/accounts.js';
import { changeAccounts, storedAccounts, type StoredAccount } from './account-file.js';
import { writeSecret, type DataFolder } from './data-folder.js';

/** Somebody who can sign in, with the password in the clear: for demonstrations only. */
export interface SignIn extends DemonstrationAccount {
  readonly password: string;
}

/**
 * The local accounts of a demonstration: passwords are drawn when the data folder is made and stay the same. Accounts
 * that came with a newer version are added; accounts that somebody made besides stay.
 */
export async function makeAccounts(
  accounts: readonly DemonstrationAccount[],
  folder: DataFolder,
): Promise<readonly SignIn[]> {
  const known = readPasswords(folder.passwords);
  const signIns = accounts.map((each) => ({ ...each, password: known[each.id] ?? newPassword() }));
  const stored = new Set(storedAccounts(folder.accounts).map(({ id }) => id));
  if (accounts.every(({ id }) => id in known && stored.has(id))) return signIns;
  await changeAccounts(folder.accounts, async (there) => [
    ...(await Promise.all(signIns.map(withHash))),
    ...there.filter(({ id }) => accounts.every((each) => each.id !== id)),
  ]);
  const passwords = Object.fromEntries(signIns.map(({ id, password }) => [id, password]));
  writeSecret(folder.passwords, JSON.stringify(passwords, null, 2));
  return signIns;
}

async function withHash({ password, ...account }: SignIn): Promise<StoredAccount> {
  return { ...account, passwordHash: await hash(password), demonstration: true };
}

function readPasswords(file: string): Readonly<Record<string, string>> {
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}

/** 72 bits of chance. */
export const newPassword = (): string => randomBytes(9).toString('base64url');
