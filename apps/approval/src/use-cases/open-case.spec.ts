import { legalDate } from '@onewindow/kernel';
import { accepted, anApproval } from '../../test/an-approval.js';
import { ACCEPTED, anOfficer, APPLICATION, CASE, on } from '../../test/fixtures.js';
import { caseKind } from '../domain/case/case.js';
import { trackId, trackKind } from '../domain/track/track.js';

describe('Opening a case', () => {
  it('opens its tracks with it and arms their deadlines', async () => {
    const { approval, memory } = anApproval();
    await approval.openCase(accepted());

    expect(memory.facts).toEqual(['case-opened', 'track-opened', 'track-opened']);
    expect(memory.stateOf(caseKind, CASE)).toMatchObject({
      status: 'open',
      tracks: [{ item: 'drainage' }, { item: 'fire' }],
    });
    expect(memory.deadlinesOf(trackKind, trackId(CASE, 'fire'))).toEqual({
      'term-warning': '2026-11-23T16:00:00.000Z',
      'term-end': '2026-11-30T16:00:00.000Z',
    });
  });

  it('opens nothing when the same application is told again', async () => {
    const { approval, memory } = anApproval();
    await approval.openCase(accepted());
    await approval.openCase(accepted({ items: [] }));

    expect(memory.facts).toHaveLength(3);
  });

  it('refuses another application under the same number', async () => {
    const { approval } = anApproval();
    await approval.openCase(accepted());

    await expect(
      approval.openCase(accepted({ applicationId: `${APPLICATION}-2` })),
    ).rejects.toThrow('case-number-taken');
  });

  it('saves the quota that a filing falls under, so that a grant computed before it is computed again', async () => {
    const { approval, memory, time } = anApproval();
    time.now = on('2026-11-01');
    await approval.publishQuota(
      {
        item: 'drainage',
        from: legalDate('2026-11-02'),
        until: legalDate('2026-12-31'),
        limit: 1,
        documentNumber: '海政发〔2026〕12号',
      },
      { actor: anOfficer('admin', 'centre', 'administrator') },
    );
    time.now = ACCEPTED;
    await approval.openCase(accepted());
    const other = { applicationId: `${APPLICATION}-2`, caseNumber: `${CASE}-2` };
    await approval.openCase(accepted({ ...other, acceptedAt: on('2027-01-01') }));

    expect(memory.facts.filter((each) => each === 'filing-opened')).toHaveLength(1);
  });
});
