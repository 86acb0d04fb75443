import { instantOf, type Person } from '@onewindow/kernel';
import { people } from '../../test/people.js';
import { inStatus } from '../../test/situations.js';
import type { Application, IssuedPaper } from './application.js';
import { isOfCorrector, mayCorrect } from './who-corrects.js';

const BEFORE = instantOf('2026-05-04T10:00:00+08:00');
const HANDED_UP = instantOf('2026-05-06T10:00:00+08:00');
const AFTER = instantOf('2026-05-14T10:00:00+08:00');

const accepted = inStatus('accepted');
const { code: item, decidingAgency } = accepted.items[0]!;

const of = (department: string): Person => ({
  ...people.clerk,
  roles: ['decision-officer'],
  department,
});

const aPaper = (number: string, issuedAt = AFTER, corrects?: string): IssuedPaper => ({
  number,
  kind: 'decision',
  title: '准予行政许可决定书',
  issuedBy: '审批局',
  issuedAt,
  item,
  ...(corrects !== undefined && { corrects }),
});

const withPapers = (...papers: IssuedPaper[]): Application => ({ ...accepted, papers });

/** Whether an officer of the agency of the first review corrects it, and one of the agency above. */
const whoCorrects = (application: Application, paper: IssuedPaper) =>
  [of(decidingAgency), of('province')].map((officer) => isOfCorrector(application, paper, officer));

describe('Who corrects a paper', () => {
  it('is of the agency that decides, and of no other', () => {
    const decision = aPaper('C-01-D');

    expect(whoCorrects(withPapers(decision), decision)).toEqual([true, false]);
  });

  it('is of the agency to which the first review went, of what was issued since', () => {
    const [notice, decision] = [aPaper('C-01-N', BEFORE), aPaper('C-01-D')];
    const again = aPaper('C-01-N-G1', AFTER, notice.number);
    const application: Application = {
      ...withPapers(notice, decision, again),
      handedUp: [{ item, to: 'province', toName: '省厅', at: HANDED_UP, materials: [] }],
    };

    expect(whoCorrects(application, decision)).toEqual([false, true]);
    expect(whoCorrects(application, notice)).toEqual([true, false]);
    expect(whoCorrects(application, again)).toEqual([true, false]);
  });

  it('is offered the newest of several corrections alone, and no decision that was quashed', () => {
    const [decision, again] = [aPaper('C-01-D'), aPaper('C-01-D-G1', AFTER, 'C-01-D')];
    const application = withPapers(decision, again);
    const offered = (paper: IssuedPaper, quashed: readonly string[] = []) =>
      mayCorrect({ ...application, quashed }, paper, of(decidingAgency));

    expect([decision, again].map((paper) => offered(paper))).toEqual([false, true]);
    expect(offered(again, ['C-01-D'])).toBe(false);
  });
});
