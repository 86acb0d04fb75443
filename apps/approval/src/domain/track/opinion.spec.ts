import { counting, on, reviewer, rulesOf, tracks } from '../../../test/fixtures.js';
import { recordOpinion } from './opinion.js';
import { trackLifecycle } from './track-lifecycle.js';

const opinion = { recommendation: 'grant', grounds: ['材料齐全、符合条件'] } as const;

describe('Recording an opinion', () => {
  it('makes the track ready for a decision and names the reviewer', () => {
    const { state, events } = recordOpinion(
      tracks['in-review'](),
      opinion,
      reviewer,
      on('2026-11-05'),
      counting,
    );

    expect(state).toMatchObject({ status: 'reviewed', opinion: { reviewer: 'li', ...opinion } });
    expect(events).toEqual([{ type: 'opinion-recorded', opinion: state.opinion }]);
  });

  it('is refused without grounds', () => {
    expect(
      rulesOf(() =>
        recordOpinion(
          tracks['in-review'](),
          { ...opinion, grounds: [' '] },
          reviewer,
          on('2026-11-05'),
          counting,
        ),
      ),
    ).toEqual(['grounds-given']);
  });

  const others = trackLifecycle.states.filter((status) => status !== 'in-review');

  it.each(others)('is refused while the track is %s', (status) => {
    expect(() =>
      recordOpinion(tracks[status](), opinion, reviewer, on('2026-11-05'), counting),
    ).toThrow('action-not-allowed-in-state');
  });
});
