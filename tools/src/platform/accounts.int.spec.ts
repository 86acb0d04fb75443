import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from '@node-rs/argon2';
import { DEMONSTRATION_ACCOUNTS } from '../demonstration/accounts.js';
import { makeAccounts } from './accounts.js';
import { openDataFolder } from './data-folder.js';

describe('The accounts of a demonstration', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'onewindow-accounts-'))));
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const few = DEMONSTRATION_ACCOUNTS.slice(0, 2);

  it('can sign in with the password that is shown; the gateway knows only its hash', async () => {
    const folder = openDataFolder(root);
    const [shown] = await makeAccounts(few, folder);
    const text = readFileSync(folder.accounts, 'utf8');
    const { accounts } = JSON.parse(text) as { accounts: { id: string; passwordHash: string }[] };

    expect(accounts[0]?.id).toBe(shown?.id);
    expect(await verify(String(accounts[0]?.passwordHash), String(shown?.password))).toBe(true);
    expect(text).not.toContain(shown?.password);
    expect(statSync(folder.passwords).mode & 0o777).toBe(0o600);
  });

  it('keep their passwords when others are added', async () => {
    const folder = openDataFolder(root);
    const before = await makeAccounts(few, folder);

    const after = await makeAccounts(DEMONSTRATION_ACCOUNTS.slice(0, 3), folder);

    expect(after).toHaveLength(3);
    expect(after.slice(0, 2)).toEqual(before);
    expect(await makeAccounts(DEMONSTRATION_ACCOUNTS.slice(0, 3), folder)).toEqual(after);
  });
});
