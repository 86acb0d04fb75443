import { legalDate } from '@onewindow/kernel';
import { anAgency, aPublished, BUREAU, OWNER } from '../../test/fixtures.js';
import { suspend, type Agency } from './agency.js';
import { unmetForTakingPart } from './eligibility.js';

const DAY = legalDate('2026-05-08');
const project = aPublished();
const unmetOf = (agency: Agency, of = project) =>
  unmetForTakingPart(agency, of, DAY).map(({ rule }) => rule);

const withQualification = (validFrom: string, validUntil?: string) =>
  anAgency(1, {
    qualifications: [
      {
        code: 'accreditation',
        number: 'CMA-1',
        scope: '水',
        validFrom,
        ...(validUntil !== undefined && { validUntil }),
      },
    ],
  });

const relationTo = ({ name, creditCode }: Agency) => ({
  name,
  creditCode,
  relation: '同一法定代表人',
});

describe('Taking part in a project', () => {
  it('is open to any agency that has what the notice asks for', () => {
    expect(unmetOf(anAgency())).toEqual([]);
  });

  it.each([
    { validFrom: '2026-05-08', validUntil: '2026-05-08', fits: true },
    { validFrom: '2026-05-09', validUntil: undefined, fits: false },
    { validFrom: '2023-01-01', validUntil: '2026-05-07', fits: false },
    { validFrom: '2023-01-01', validUntil: undefined, fits: true },
  ])(
    'asks for a qualification in force on the day: from $validFrom to $validUntil is $fits',
    ({ validFrom, validUntil, fits }) => {
      expect(unmetOf(withQualification(validFrom, validUntil))).toEqual(
        fits ? [] : ['qualification-in-force'],
      );
    },
  );

  it('is not open to who belongs to the approving agency (营商条例 43)', () => {
    const [rule] = unmetForTakingPart(anAgency(1, { affiliatedWith: [BUREAU] }), project, DAY);

    expect(rule).toMatchObject({
      rule: 'independent-of-the-approving-agency',
      source: '优化营商环境条例 43',
    });
    expect(unmetOf(anAgency(1, { affiliatedWith: ['water-bureau'] }))).toEqual([]);
  });

  it('is not open to the owner, nor to whom the notice names as one to be avoided', () => {
    const agency = anAgency();
    const { name, creditCode } = agency;
    const avoiding = aPublished({ avoided: [{ name, creditCode, reason: '编制了可行性报告' }] });

    expect(unmetOf(anAgency(1, { creditCode: OWNER.creditCode }))).toEqual(['not-the-owner']);
    expect(unmetOf(agency, avoiding)).toEqual(['not-to-be-avoided']);
  });

  it('is not open to who is related to the owner, where the place says so', () => {
    const agency = anAgency(1, { relatedTo: [{ ...OWNER, relation: '同一控股股东' }] });
    const elsewhere = { ...project, excludesRelated: { ofOwner: false, ofEachOther: true } };
    const { excludesRelated: _, ...older } = project;

    expect(unmetOf(agency)).toEqual(['independent-of-the-owner']);
    expect(unmetOf(agency, elsewhere)).toEqual([]);
    expect(unmetOf(agency, older)).toEqual([]);
  });

  it('does not ask at sign-up who else has signed up', () => {
    const rival = anAgency(2);

    expect(unmetOf(anAgency(1, { relatedTo: [relationTo(rival)] }))).toEqual([]);
  });

  it('tells all that is unmet at once', () => {
    const agency = suspend(
      anAgency(1, {
        affiliatedWith: [BUREAU],
        creditCode: OWNER.creditCode,
        qualifications: [],
      }),
      '出具虚假报告',
      project.publishedAt,
    ).state;

    expect(unmetOf(agency)).toEqual([
      'agency-not-suspended',
      'qualification-in-force',
      'independent-of-the-approving-agency',
      'not-the-owner',
    ]);
  });
});
