import type { LegalDate } from '@onewindow/kernel';
import { accepted, anApproval } from '../../test/an-approval.js';
import { anItem, ACCEPTED, anOfficer, on } from '../../test/fixtures.js';
import { competentFor } from '../../test/officers.js';
import { officerKind, type Officer } from '../domain/officers/officer.js';
import { trackKind } from '../domain/track/track.js';
import type { OfficersAtWork, StageOfAgency } from './ports.js';

const EARLIER = on('2026-01-05');
const AGENCIES = ['bureau', 'fire-rescue', 'water'];

/** Three tracks at each of two agencies with two officers each, and one at an agency without. */
const items = ['bureau', 'water', 'fire-rescue', 'bureau', 'water', 'water', 'bureau'].map(
  (agency, at) => anItem({ item: `item-${String(at)}`, agency, agencyName: agency }),
);

async function aBureauWithOfficers(last: (stage: StageOfAgency) => readonly string[] = () => []) {
  const asked: unknown[] = [];
  const inPost = async (agencies: readonly string[]) =>
    AGENCIES.filter((each) => agencies.includes(each) && each !== 'fire-rescue').map(
      (agency) =>
        [
          agency,
          memory
            .all(officerKind)
            .filter((each) => each.agency === agency)
            .map((officer: Officer) => ({ officer, open: { usual: 0, siteVisit: 0 } })),
        ] as const,
    );
  const officers: OfficersAtWork = {
    of: async (agencies) => {
      asked.push(agencies);
      return new Map(await inPost(agencies));
    },
    lastWith: async (applicant, stages) => {
      asked.push({ applicant, stages });
      return stages.map((stage) =>
        last(stage).map((officer, at) => ({
          caseNumber: `earlier-${String(at)}`,
          trackId: `earlier-${String(at)}`,
          since: EARLIER,
          officer,
        })),
      );
    },
    tasksOf: async () => [],
  };
  const { approval, memory, time } = anApproval({ officers });
  time.now = ACCEPTED;
  for (const agency of ['bureau', 'water']) {
    const head = anOfficer(`head of ${agency}`, agency, 'agency-head');
    for (const which of ['a', 'b']) {
      const account = `${agency}-${which}`;
      await approval.publishOfficer(
        { account, name: account, agency, competences: [competentFor(['review'])] },
        { actor: head },
      );
    }
  }
  return { approval, memory, asked };
}

const holders = ({ memory }: Pick<ReturnType<typeof anApproval>, 'memory'>) =>
  Object.fromEntries(
    memory.all(trackKind).map(({ item, assignments }) => [item, assignments?.['review']?.officer]),
  );

describe('The tasks of a case that is opened', () => {
  it('are given out after two questions, however many tracks there are', async () => {
    const { approval, asked } = await aBureauWithOfficers();
    await approval.openCase(accepted({ items }));

    expect(asked).toEqual([
      ['bureau', 'water', 'fire-rescue'],
      {
        applicant: accepted().applicant.creditCode,
        stages: [
          { agency: 'bureau', stage: 'review' },
          { agency: 'water', stage: 'review' },
        ],
      },
    ]);
  });

  it('go to each officer in turn, with what was given out before counted', async () => {
    const bureau = await aBureauWithOfficers();
    await bureau.approval.openCase(accepted({ items }));
    const given = holders(bureau);

    expect(given['item-2']).toBeUndefined();
    expect([given['item-0'], given['item-3']].toSorted()).toEqual(['bureau-a', 'bureau-b']);
    expect([given['item-1'], given['item-4']].toSorted()).toEqual(['water-a', 'water-b']);
    expect([given['item-5'], given['item-6']]).toEqual([
      expect.stringMatching(/^water-/),
      expect.stringMatching(/^bureau-/),
    ]);
  });

  it('are kept from whose turn is over, each agency by its own last matters', async () => {
    const bureau = await aBureauWithOfficers(({ agency }) =>
      agency === 'water' ? ['water-a', 'water-a', 'water-a'] : ['bureau-b', 'bureau-b', 'bureau-b'],
    );
    await bureau.approval.openCase(accepted({ items }));

    expect(new Set(Object.values(holders(bureau)))).toEqual(
      new Set(['water-b', 'bureau-a', undefined]),
    );
  });
});

describe('A task that was counted out before its transaction', () => {
  it('goes to nobody by the delegation of somebody who has left meanwhile', async () => {
    const counted: { officer: Officer; open: { usual: number; siteVisit: number } }[] = [];
    const { approval, memory } = anApproval({
      officers: {
        of: async () => new Map([['bureau', counted]]),
        lastWith: async (_, stages) => stages.map(() => []),
        tasksOf: async () => [],
      },
    });
    const actor = anOfficer('head', 'bureau', 'agency-head');
    const wang = {
      account: 'wang',
      name: '王',
      agency: 'bureau',
      competences: [competentFor(['review'])],
    };
    await approval.publishOfficer(wang, { actor });
    await approval.publishOfficer({ ...wang, account: 'li', competences: [] }, { actor });
    await approval.authoriseOfficer(
      {
        account: 'li',
        kind: 'delegation',
        documentNumber: '委 1',
        acts: ['review'],
        from: '2026-11-02' as LegalDate,
        until: '2026-11-30' as LegalDate,
      },
      { actor: anOfficer('wang', 'bureau', 'approver') },
    );
    const load = (officer: Officer) => (officer.account === 'wang' ? 3 : 0);
    for (const officer of memory.all(officerKind)) {
      counted.push({ officer, open: { usual: load(officer), siteVisit: 0 } });
    }
    await approval.publishOfficer({ ...wang, left: true }, { actor });
    await approval.openCase(accepted({ items: [anItem({ item: 'drainage' })] }));

    expect(holders({ memory })).toEqual({ drainage: undefined });
  });
});

describe('The tasks that a batch of reviews opens', () => {
  it('are given out with the officers of each agency counted once', async () => {
    const bureau = await aBureauWithOfficers();
    await bureau.approval.openCase(accepted({ items }));
    const given = holders(bureau);
    const reviewer = given['item-6'] ?? '';
    const { caseNumber } = accepted();
    const stages = Object.keys(given)
      .filter((item) => given[item] === reviewer)
      .map((item) => ({ caseNumber, item, stage: 'review' }));
    bureau.asked.splice(0);
    const results = await bureau.approval.completeStages(
      { stages, outcome: '同意', grounds: ['材料齐全'] },
      { actor: anOfficer(reviewer, 'bureau', 'approver') },
    );

    expect(results.map(({ refusal }) => refusal)).toEqual([undefined, undefined]);
    expect(bureau.asked.filter((each) => Array.isArray(each))).toEqual([['bureau']]);
  });
});
