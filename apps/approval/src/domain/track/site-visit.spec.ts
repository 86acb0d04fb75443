import { aVisit, counting, tracks } from '../../../test/fixtures.js';
import { completeSiteVisit } from './site-visit.js';
import { isEnded, trackLifecycle } from './track-lifecycle.js';

const undecided = trackLifecycle.states.filter((status) => !isEnded(status));

describe('A completed inspection', () => {
  it.each(undecided)('becomes part of a track that is %s, and moves nothing else', (status) => {
    const track = tracks[status]();
    const { state, events } = completeSiteVisit(track, aVisit(), counting);

    expect(state).toEqual({ ...track, visited: aVisit() });
    expect(events).toEqual([{ type: 'site-visit-completed', visit: aVisit() }]);
  });

  it('replaces the one before: what was put right is inspected again', () => {
    const before = completeSiteVisit(
      tracks['in-review'](),
      aVisit([{ point: 'p', requirement: 'r', remark: 'x' }]),
      counting,
    ).state;

    expect(completeSiteVisit(before, aVisit(), counting).state.visited?.notMet).toEqual([]);
  });

  it.each(trackLifecycle.states.filter(isEnded))(
    'changes nothing once the track is %s',
    (status) => {
      expect(completeSiteVisit(tracks[status](), aVisit(), counting).events).toEqual([]);
    },
  );
});
