import { anAgency, PUBLISHED_AT } from '../../test/fixtures.js';
import { agencyLifecycle } from './agency-lifecycle.js';
import { note, register, reinstate, suspend, takeRating } from './agency.js';
import { unmetForRegistration } from './registration.js';

const declared = { ...anAgency(), committed: true };
const agent = {
  kind: 'person',
  id: 'a',
  name: 'a',
  roles: ['intermediary'],
  region: '379900',
  organisation: declared.creditCode,
  organisationName: declared.name,
} as const;

const unmetOf = (change: Partial<typeof declared>) =>
  unmetForRegistration({ ...declared, ...change }, agent).map(({ rule }) => rule);

describe('Registering an agency', () => {
  it('asks for no approval, only for a commitment', () => {
    expect(unmetOf({})).toEqual([]);
    expect(unmetOf({ committed: false })).toEqual(['commitment-given']);
  });

  it('is done by its own people', () => {
    expect(unmetOf({ creditCode: anAgency(2).creditCode })).toEqual(['own-agency']);
  });

  it('refuses a credit code with a wrong check character, at its field', () => {
    const last = declared.creditCode.endsWith('A') ? 'B' : 'A';
    const creditCode = declared.creditCode.slice(0, -1) + last;
    const rules = unmetForRegistration(
      { ...declared, creditCode },
      { ...agent, organisation: creditCode },
    );

    expect(rules).toMatchObject([{ path: 'creditCode' }]);
  });

  it('refuses a qualification that ends before it begins, and a name with invisible characters', () => {
    expect(
      unmetOf({
        name: '检测\u200b机构',
        qualifications: [
          { code: 'x', number: 'x', scope: 'x', validFrom: '2026-01-02', validUntil: '2026-01-01' },
        ],
      }),
    ).toEqual(['text-is-printable', 'qualification-ends-after-it-begins']);
  });
});

describe('What an agency declares of its relations', () => {
  const naming = (creditCode: string) =>
    unmetForRegistration(
      {
        ...declared,
        committed: true,
        relatedTo: [{ name: '关联单位', creditCode, relation: '同一控股股东' }],
      },
      agent,
    ).map(({ rule, path }) => [rule, path]);

  it('names others, each by a credit code that is one', () => {
    expect(naming('92370523MA9YXW2N21')).toEqual([]);
    expect(naming(declared.creditCode)).toEqual([['related-to-another', 'relatedTo.0.creditCode']]);
    expect(naming('92370523MA9YXW2N22')).toMatchObject([
      [expect.any(String), 'relatedTo.0.creditCode'],
    ]);
  });
});

describe('A registered agency', () => {
  it('that declares anew keeps its records, its scores and its suspension', () => {
    const record = { kind: 'report-late', projectNumber: 'x', at: PUBLISHED_AT } as const;
    const scores = { quality: 5, timeliness: 4, attitude: 5, price: 3 };
    const noted = takeRating(note(anAgency(), record).state, 'x', scores).state;
    const suspended = suspend(noted, '出具虚假报告', PUBLISHED_AT).state;
    const { records: _, scores: __, ...rest } = suspended;
    const renewed = register(suspended, { ...rest, name: '新名称' }, PUBLISHED_AT).state;

    expect(renewed).toMatchObject({
      name: '新名称',
      edition: 2,
      status: 'suspended',
      suspension: { reason: '出具虚假报告' },
      records: [record],
      scores: { count: 1, ...scores },
    });
  });

  it('is suspended once and reinstated once', () => {
    const suspended = suspend(anAgency(), 'x', PUBLISHED_AT).state;

    expect(() => suspend(suspended, 'x', PUBLISHED_AT)).toThrow('action-not-allowed-in-state');
    expect(reinstate(suspended, 'x').state).not.toHaveProperty('suspension');
    expect(() => reinstate(anAgency(), 'x')).toThrow('action-not-allowed-in-state');
    expect(agencyLifecycle.states).toEqual(['registered', 'suspended']);
  });
});
