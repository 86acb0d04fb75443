import { hash } from '@node-rs/argon2';
import { setting } from '@onewindow/service/process';
import { accountsFrom } from './accounts-file.js';
import { LocalAccounts } from './local-accounts.js';

const account = { id: 'lin.yue', name: '林悦', roles: ['applicant'], region: '379900' };
const passwordHash = await hash('correct horse', { memoryCost: 1024, timeCost: 1 });
const fileOf = (...accounts: readonly object[]) => JSON.stringify({ accounts });

describe('Local accounts', () => {
  const accounts = () =>
    LocalAccounts.of(accountsFrom(fileOf({ ...account, passwordHash, department: 'bureau' })));

  it('know the person behind the right password', async () => {
    expect(await (await accounts()).authenticate('lin.yue', 'correct horse')).toEqual({
      kind: 'person',
      ...account,
      department: 'bureau',
    });
  });

  it.each([
    ['lin.yue', 'wrong'],
    ['nobody', 'correct horse'],
    ['lin.yue', ''],
    ['__proto__', 'x'],
  ])('do not know %s with the password %p', async (id, password) => {
    expect(await (await accounts()).authenticate(id, password)).toBeUndefined();
  });

  it('do the same work for an account that does not exist', async () => {
    const costly = await hash('correct horse', { memoryCost: 32 * 1024, timeCost: 3 });
    const known = await LocalAccounts.of(
      accountsFrom(fileOf({ ...account, passwordHash: costly })),
    );
    const timeOf = async (id: string) => {
      const began = performance.now();
      await known.authenticate(id, 'wrong');
      return performance.now() - began;
    };
    await timeOf('lin.yue');
    const ratios = [];
    for (let round = 0; round < 5; round += 1)
      ratios.push((await timeOf('nobody')) / (await timeOf('lin.yue')));

    const [, , median = 0] = ratios.toSorted((a, b) => a - b);
    expect(median).toBeGreaterThan(0.4);
    expect(median).toBeLessThan(2.5);
  });
});

describe('The file of local accounts', () => {
  const mistakesIn = (text: string): readonly string[] => {
    const reading = setting('OW_ACCOUNTS_FILE', accountsFrom).read({ OW_ACCOUNTS_FILE: text });
    return 'mistakes' in reading ? reading.mistakes.map(({ message }) => message.en) : [];
  };

  it('is told everything that is wrong in it at once', () => {
    const text = fileOf(
      { ...account, passwordHash: '$argon2i$v=19$m=1,t=1,p=1$x$y', roles: ['king'] },
      { ...account, passwordHash, region: '37', name: '' },
      { ...account, passwordHash, department: 7 },
      null as never,
    );

    expect(mistakesIn(text)).toEqual(
      [
        'accounts.0.roles is missing or not usable.',
        'accounts.0.passwordHash is missing or not usable.',
        'accounts.1.name is missing or not usable.',
        'accounts.1.region is missing or not usable.',
        'accounts.2.department is missing or not usable.',
        'accounts.3.id is missing or not usable.',
        'accounts.3.name is missing or not usable.',
        'accounts.3.region is missing or not usable.',
        'accounts.3.roles is missing or not usable.',
        'accounts.3.passwordHash is missing or not usable.',
        'the account lin.yue is listed more than once.',
      ].map((each) => `OW_ACCOUNTS_FILE: ${each}`),
    );
  });

  it.each(['null', '[]', '{}', '{"accounts":{}}'])('is refused as %s', (text) => {
    expect(mistakesIn(text)).toEqual(['OW_ACCOUNTS_FILE: must be {"accounts": [...]}.']);
  });
});
