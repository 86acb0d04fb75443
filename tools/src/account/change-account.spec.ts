import type { Refusal } from '@onewindow/kernel';
import type { StoredAccount } from '../platform/account-file.js';
import type { AskedAccount } from './account-rules.js';
import { withAccount, withoutAccount, withPassword } from './change-account.js';

const HAN = {
  id: 'han.xue',
  name: '韩雪',
  roles: ['administrator'],
  region: '379900',
  passwordHash: '$argon2id$old',
} as const satisfies StoredAccount;

const asked = (changes: Partial<AskedAccount> = {}): AskedAccount => ({
  id: 'liu.yang',
  name: '刘洋',
  roles: 'administrator, auditor',
  region: '379900',
  department: 'service-centre',
  organisation: undefined,
  organisationName: undefined,
  ...changes,
});

function refusalOf(work: () => unknown): { code: string; rules: readonly string[] } {
  try {
    work();
  } catch (error) {
    const { code, unmet } = error as Refusal;
    return { code, rules: unmet.map(({ rule }) => rule) };
  }
  throw new Error('nothing was refused');
}

describe('Adding an account', () => {
  it('keeps those that are there, and adds it with the hash of its password alone', () => {
    expect(withAccount([HAN], asked(), '$argon2id$new')).toEqual([
      HAN,
      {
        id: 'liu.yang',
        name: '刘洋',
        roles: ['administrator', 'auditor'],
        region: '379900',
        department: 'service-centre',
        passwordHash: '$argon2id$new',
      },
    ]);
  });

  it('tells everything that is wrong at once', () => {
    const wrong = asked({
      id: 'liu yang',
      name: ' ',
      roles: 'king',
      region: '3799',
      department: 'Bureau 1',
      organisation: '91371500MA3QY00A3B',
    });

    expect(refusalOf(() => withAccount([HAN], wrong, 'x'))).toEqual({
      code: 'account-not-usable',
      rules: [
        'account-named',
        'person-named',
        'roles-known',
        'region-of-six-digits',
        'department-stated',
        'organisation-stated',
      ],
    });
  });

  it.each([
    ['no role', { roles: ' , ' }, 'roles-known'],
    ['one role that is none', { roles: 'auditor,king' }, 'roles-known'],
    [
      'an officer of no department',
      { roles: 'approver', department: undefined },
      'department-stated',
    ],
    ['an agent of nobody', { roles: 'intermediary' }, 'organisation-stated'],
    ['a nameless organisation', { organisation: '91371500MA3QY00A3A' }, 'organisation-stated'],
  ])('is refused for %s', (_, changes, rule) => {
    expect(refusalOf(() => withAccount([], asked(changes), 'x')).rules).toEqual([rule]);
  });

  it('takes who acts for an organisation by its credit code', () => {
    const agent = asked({
      roles: 'intermediary',
      department: undefined,
      organisation: '91371500MA3QY00A3A',
      organisationName: '海棠市清源水质检测有限公司',
    });

    expect(withAccount([], agent, 'x')).toMatchObject([{ organisation: '91371500MA3QY00A3A' }]);
  });

  it('does not replace an account of the same name', () => {
    expect(refusalOf(() => withAccount([HAN], asked({ id: HAN.id }), 'x')).code).toBe(
      'account-there-already',
    );
  });
});

describe('Changing an account', () => {
  it('gives it a new password and leaves the rest', () => {
    expect(withPassword([HAN], HAN.id, '$argon2id$new')).toEqual([
      { ...HAN, passwordHash: '$argon2id$new' },
    ]);
  });

  it('leaves the password of a demonstration account, which the file of passwords tells', () => {
    expect(refusalOf(() => withPassword([{ ...HAN, demonstration: true }], HAN.id, 'x')).code).toBe(
      'password-of-the-demonstration',
    );
  });

  it('removes it', () => {
    expect(withoutAccount([HAN], HAN.id)).toEqual([]);
  });

  it.each([
    ['a password', () => withPassword([HAN], 'nobody', 'x')],
    ['its end', () => withoutAccount([HAN], 'nobody')],
  ])('wants to know the account that is to have %s', (_, change) => {
    expect(refusalOf(change).code).toBe('account-not-there');
  });
});
