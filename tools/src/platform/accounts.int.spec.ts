import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from '@node-rs/argon2';
import { DEMONSTRATION_ACCOUNTS } from '../demonstration/accounts.js';
import { changeAccounts, storedAccounts } from './account-file.js';
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

  it('are marked as such, and leave an account alone that somebody made besides', async () => {
    const folder = openDataFolder(root);
    await makeAccounts(few, folder);
    const own = { id: 'liu.yang', name: '刘洋', roles: [], region: '379900', passwordHash: 'x' };
    await changeAccounts(folder.accounts, async (accounts) => [...accounts, own]);

    await makeAccounts(DEMONSTRATION_ACCOUNTS.slice(0, 3), folder);

    const stored = storedAccounts(folder.accounts);
    expect(stored.filter(({ demonstration }) => demonstration === true)).toHaveLength(3);
    expect(stored).toContainEqual(own);
  });
});

describe('The file of accounts', () => {
  let root: string;
  let file: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'onewindow-accounts-'));
    file = join(root, 'accounts.json');
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const anAccount = (id: string) => ({
    id,
    name: id,
    roles: [],
    region: '379900',
    passwordHash: 'x',
  });
  const adding = (id: string) =>
    changeAccounts(file, async (accounts) => [...accounts, anAccount(id)]);

  it('loses no change of those that come at once', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `person.${index}`);

    await Promise.all(ids.map(adding));

    expect(
      storedAccounts(file)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(ids.toSorted());
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('stays as it was when a change fails, and is free for the next', async () => {
    await adding('first');

    await expect(changeAccounts(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await adding('second');

    expect(storedAccounts(file).map(({ id }) => id)).toEqual(['first', 'second']);
  });

  it('is taken over from somebody who died over a change', async () => {
    writeFileSync(`${file}.new`, '{"accounts": [');
    const twoMinutesAgo = new Date(Date.now() - 120_000);
    utimesSync(`${file}.new`, twoMinutesAgo, twoMinutesAgo);

    await adding('first');

    expect(storedAccounts(file).map(({ id }) => id)).toEqual(['first']);
  });
});
