import { defineRefusals, refuseWhenUnmet } from '@onewindow/kernel';
import type { StoredAccount } from '../platform/account-file.js';
import { accountOf, unmetOf, type AskedAccount } from './account-rules.js';

export const accountRefusals = defineRefusals({
  'account-not-usable': {
    kind: 'unmet',
    zh: '账号信息有误，未作任何更改；请一次改正下列各项。',
    en: 'The account is not usable and nothing was changed; correct everything listed below.',
  },
  'account-there-already': {
    kind: 'conflict',
    zh: '该账号已存在；如需新口令，请用 password。',
    en: 'There is such an account already; for a new password use the command password.',
  },
  'account-not-there': {
    kind: 'not-found',
    zh: '没有该账号；可用 list 查看。',
    en: 'There is no such account; the command list shows all of them.',
  },
  'password-of-the-demonstration': {
    kind: 'conflict',
    zh: '演示账号的口令由安装步骤生成并存于口令文件，不能另改。',
    en: 'The password of a demonstration account belongs to the set-up, whose file of passwords tells it; it is not changed.',
  },
});

type Accounts = readonly StoredAccount[];

/** With one more account; refuses with everything that is wrong with it. */
export function withAccount(accounts: Accounts, asked: AskedAccount, passwordHash: string) {
  refuseWhenUnmet(unmetOf(asked), (unmet) => accountRefusals.refuse('account-not-usable', unmet));
  if (accounts.some(({ id }) => id === asked.id))
    throw accountRefusals.refuse('account-there-already');
  return [...accounts, { ...accountOf(asked), passwordHash }];
}

/** The sessions that were opened with the old password go on until they end. */
export function withPassword(accounts: Accounts, id: string, passwordHash: string): Accounts {
  const found = requireAccount(accounts, id);
  if (found.demonstration === true) throw accountRefusals.refuse('password-of-the-demonstration');
  return accounts.map((each) => (each.id === id ? { ...each, passwordHash } : each));
}

export function withoutAccount(accounts: Accounts, id: string): Accounts {
  requireAccount(accounts, id);
  return accounts.filter((each) => each.id !== id);
}

function requireAccount(accounts: Accounts, id: string): StoredAccount {
  const found = accounts.find((each) => each.id === id);
  if (found === undefined) throw accountRefusals.refuse('account-not-there');
  return found;
}
