import { legalDateAt } from '@onewindow/kernel';
import {
  aPublication,
  aPublished,
  at,
  calendar,
  LISTED,
  owner,
  place,
  PUBLISHED_AT,
  rulesOf,
  SEED,
} from '../../test/fixtures.js';
import { receiveNeed } from './need.js';
import type { Publication } from './project-request.js';
import { publishProject } from './publication.js';

const need = receiveNeed({
  applicationId: '0198f1d2-0000-7000-8000-000000000002',
  applicationNumber: 'SQ20260429-000001',
  region: '379900',
  itemCode: 'drainage-permit',
  itemName: '排水许可',
  materialCode: 'water-quality-report',
  materialName: '水质检测报告',
  intermediaryService: LISTED.id,
  applicantAccount: owner.id,
  applicant: { name: 'x', creditCode: 'x' },
  neededSince: PUBLISHED_AT,
  correctionDue: { due: '2026-05-22' },
}).state;

const unmetOf = (publication: Publication, now = PUBLISHED_AT) =>
  rulesOf(() => publishProject(publication, now, place, calendar));

describe('A notice', () => {
  it('gives three working days to sign up; a holiday and a Saturday that is worked are counted as such', () => {
    expect(aPublished()).toMatchObject({
      signUpUntil: { due: '2026-05-08' },
      closesAt: at('05-09T00:00'),
    });
  });

  it('gives one where the owner says why it is urgent', () => {
    expect(aPublished({ urgentReason: '停业整改期限将至' }).signUpUntil).toEqual({
      due: '2026-05-06',
    });
  });

  it('names a value of the first weekday after closing on which exchanges are open', () => {
    const { issue, appearsAt } = aPublished().notice.publicValue;

    expect(issue).toBe('2026-05-11');
    expect(appearsAt).toBe(at('05-11T15:00'));
    expect(legalDateAt(appearsAt)).toBe(issue);
  });

  it('commits to the seed without telling it', () => {
    const project = aPublished();

    expect(project.notice.seedCommitment).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(project)).not.toContain(SEED);
  });

  it('asks for three agencies where state funds pay', () => {
    expect(aPublished({ funds: 'state' }).minimumSignUps).toBe(3);
    expect(aPublished({ funds: 'private' }).minimumSignUps).toBe(1);
  });

  it('is refused for what is not on the list, from somebody without an organisation, all at once', () => {
    const { organisation: _, organisationName: __, ...alone } = owner;

    expect(
      unmetOf({
        ...aPublication({ by: alone }, { service: 'feng-shui', title: ' x' }),
        service: undefined,
      }),
    ).toEqual(['owner-is-an-organisation', 'text-is-printable', 'service-on-the-list']);
  });

  it('is refused where the list does not tie the report to the item, or another one is lacking', () => {
    expect(unmetOf(aPublication({ need: { ...need, itemCode: 'food-licence' } }))).toEqual([
      'service-tied-to-the-item',
    ]);
    expect(unmetOf(aPublication({ need: { ...need, intermediaryService: 'survey' } }))).toEqual([
      'service-that-is-needed',
    ]);
    expect(unmetOf(aPublication({ need }))).toEqual([]);
  });

  it('waits for the calendar that the end of sign-up or the value needs', () => {
    expect(unmetOf(aPublication(), at('12-30T10:00'))).toEqual(['calendar-published']);
    expect(unmetOf(aPublication(), at('12-28T10:00'))).toEqual(['calendar-published']);
  });
});
