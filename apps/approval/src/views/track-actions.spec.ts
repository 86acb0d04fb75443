import { anOfficer, counting, decider, on, reviewer, tracks } from '../../test/fixtures.js';
import { extendTerm } from '../domain/track/extension.js';
import { trackLifecycle, type TrackStatus } from '../domain/track/track-lifecycle.js';
import { actionsOn } from './track-actions.js';

const everything = anOfficer('all', 'bureau', 'approver', 'decision-officer');

const expected: Record<TrackStatus, { approver: string[]; decider: string[] }> = {
  'in-review': {
    approver: [
      'arrange-inspection',
      'start-special-procedure',
      'consult-departments',
      'name-interested-party',
      'record-opinion',
    ],
    decider: [],
  },
  suspended: {
    approver: [
      'arrange-inspection',
      'consult-departments',
      'name-interested-party',
      'start-special-procedure',
      'end-special-procedure',
    ],
    decider: [],
  },
  reviewed: {
    approver: [
      'arrange-inspection',
      'consult-departments',
      'name-interested-party',
      'draft-decision',
    ],
    decider: ['grant', 'refuse'],
  },
  granted: { approver: [], decider: ['reopen'] },
  refused: { approver: [], decider: ['reopen'] },
  withdrawn: { approver: [], decider: [] },
};

describe('The actions on a track', () => {
  it.each(trackLifecycle.states)('follow from the state %s and from the office', (status) => {
    const track = tracks[status]();

    expect(actionsOn(track, reviewer)).toEqual(expected[status].approver);
    expect(actionsOn(track, decider)).toEqual(expected[status].decider);
    expect(actionsOn(track, everything).length).toBe(
      expected[status].approver.length + expected[status].decider.length,
    );
    expect(actionsOn(track, anOfficer('x', 'fire-rescue', 'approver', 'decision-officer'))).toEqual(
      [],
    );
  });

  it('offer the extension to the head whom the law names, once and while the track is open', () => {
    const head = anOfficer('wei', 'bureau', 'agency-head');
    const government = anOfficer('jiang', 'government-office', 'government-head');
    const track = tracks.reviewed();
    const once = extendTerm(track, { days: 1, reason: 'x' }, head, on('2026-11-06'), counting);

    expect(actionsOn(track, head)).toEqual(['extend-term']);
    expect(actionsOn(track, government)).toEqual([]);
    expect(actionsOn(once.state, head)).toEqual([]);
    expect(actionsOn(tracks.granted(), head)).toEqual(['reopen']);
  });

  it('offer to explain a delay once the promised term was missed', () => {
    const late = { ...tracks['in-review'](), promisedMissedAt: on('2026-11-17') };

    expect(actionsOn(late, reviewer)).toContain('explain-delay');
    expect(actionsOn(late, decider)).toEqual(['explain-delay']);
  });

  it('offer a decision to nobody who gave the opinion', () => {
    const both = anOfficer('li', 'bureau', 'approver', 'decision-officer');

    expect(actionsOn(tracks.reviewed(), both)).toEqual([
      'arrange-inspection',
      'consult-departments',
      'name-interested-party',
      'draft-decision',
    ]);
  });
});
