import { tracks } from '../../../test/fixtures.js';
import { activeStages, agencyOfStage, stagesOf } from './stages-of-track.js';

const active = (status: keyof typeof tracks) =>
  activeStages(tracks[status]()).map(({ code, role }) => [code, role]);

describe('A track without a definition of its own', () => {
  it('is reviewed by an approver first', () => {
    expect(active('in-review')).toEqual([['review', 'approver']]);
    expect(active('suspended')).toEqual([['review', 'approver']]);
  });

  it('is decided by a decision officer afterwards', () => {
    expect(active('reviewed')).toEqual([['decision', 'decision-officer']]);
  });

  it.each(['granted', 'refused'] as const)('has nothing left to do once it is %s', (status) => {
    expect(active(status)).toEqual([]);
    expect(stagesOf(tracks[status]()).map((stage) => stage.status)).toEqual(['done', 'done']);
  });

  it('is done by officers of the deciding agency, unless a stage names another', () => {
    const track = tracks.reviewed();
    expect(agencyOfStage(track, undefined).agency).toBe('bureau');
    expect(agencyOfStage(track, { agency: 'fire-rescue' })).toEqual({
      agency: 'fire-rescue',
      agencyName: 'fire-rescue',
    });
  });
});
