import { accepted, anApproval } from '../../test/an-approval.js';
import { APPLICATION, CASE } from '../../test/fixtures.js';
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
});
