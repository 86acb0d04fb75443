import type { Person } from '@onewindow/kernel';
import { anOpenCase } from '../../test/cases.js';
import { anOfficer, decider, on, reviewer, tracks } from '../../test/fixtures.js';
import type { ConfidentialityMark, PublicationRuling } from '../domain/track/publication-ruling.js';
import { publicationView } from './publication-view.js';

const MARK: ConfidentialityMark = {
  kind: 'trade-secret',
  parts: ['conditions'],
  reason: '工艺配方',
};
const of = anOpenCase({ confidential: [MARK] });

const ruling = (day: number): PublicationRuling => ({
  protection: [],
  disclosed: [],
  reason: `第 ${String(day)} 次`,
  ruledAt: on('2026-11-06'),
  ruledBy: decider.name,
});

const ruledOn = (times: number) => {
  const track = tracks.granted();
  const publication = Array.from({ length: times }, (_, at) => ruling(at + 1));
  return { ...track, decision: track.decision && { ...track.decision, publication } };
};

const seenBy = (actor: Person) => publicationView(of, ruledOn(1), actor);

const applicant: Person = {
  kind: 'person',
  id: 'chen',
  name: '陈',
  roles: ['applicant'],
  region: '379900',
};

describe('What is to be kept from the public', () => {
  it.each<[string, Person]>([
    ['the agency that decides', reviewer],
    ['an auditor', anOfficer('x', 'government', 'auditor')],
  ])('is seen by %s, with every ruling about it', (_, actor) => {
    expect(seenBy(actor)).toEqual({ confidential: [MARK], publication: [ruling(1)] });
  });

  it.each<[string, Person]>([
    ['the account that applied', applicant],
    [
      'somebody who acts for the same enterprise',
      { ...applicant, id: 'lu', organisation: of.applicant.creditCode },
    ],
  ])('is seen as it was marked by %s', (_, actor) => {
    expect(seenBy(actor)).toEqual({ confidential: [MARK] });
  });

  it.each<[string, Person]>([
    ['an officer of another agency', anOfficer('x', 'fire-rescue', 'approver')],
    [
      'one who has applied for something else',
      anOfficer('x', 'fire-rescue', 'approver', 'applicant'),
    ],
    ['the window', anOfficer('x', 'centre', 'window-clerk', 'applicant')],
  ])('is not seen by %s', (_, actor) => {
    expect(seenBy(actor)).toEqual({});
  });

  it('is told by its newest rulings where there were very many', () => {
    const { publication } = publicationView(of, ruledOn(101), reviewer);

    expect(publication).toHaveLength(100);
    expect(publication?.at(-1)).toEqual(ruling(101));
  });
});
