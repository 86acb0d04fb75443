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

const toldOf = (...publication: readonly PublicationRuling[]) => {
  const track = tracks.granted();
  const decided = { ...track, decision: track.decision && { ...track.decision, publication } };
  return publicationView(of, decided, applicant).publicationTold;
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
  ])('is seen as it was marked by %s, who is told what was ruled', (_, actor) => {
    expect(seenBy(actor)).toEqual({
      confidential: [MARK],
      publicationTold: [{ ruledAt: ruling(1).ruledAt, withheld: [], disclosed: [] }],
    });
  });

  it('is told to whoever applied with why a mark was not followed, and without who ruled and why anything is withheld', () => {
    const disclosed = [
      { parts: ['holder'], ground: 'public-interest', reason: '消费者须知道向谁购买。' },
    ] as const;
    const told = toldOf(
      {
        ...ruling(1),
        protection: [{ kind: 'trade-secret', parts: ['conditions'], reason: '写明了用量。' }],
        disclosed,
      },
      {
        ...ruling(2),
        protection: [
          { kind: 'state-secret', parts: [], reason: '涉密工程', classifiedBy: '海密〔2026〕3号' },
        ],
      },
    );

    expect(told).toMatchObject([
      { withheld: [{ kind: 'trade-secret', parts: ['conditions'] }], disclosed },
      { withheld: [{ kind: 'state-secret', parts: [] }], disclosed: [] },
    ]);
    const secrets = ['用量', '涉密', '海密', '第 1 次', decider.name];
    expect(secrets.filter((each) => JSON.stringify(told).includes(each))).toEqual([]);
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
