import { anOfficer } from '../../test/fixtures.js';
import { requireOfficerOf } from './officers.js';

const bureau = { agency: 'bureau', agencyName: '行政审批局' };

describe('Who may handle a track', () => {
  it('is an officer of its agency in that role', () => {
    const officer = anOfficer('li', 'bureau', 'approver');

    expect(requireOfficerOf(bureau, officer, 'approver')).toBe(officer);
  });

  it.each([
    ['of another agency', anOfficer('zhao', 'fire-rescue', 'approver')],
    ['in another role', anOfficer('wang', 'bureau', 'decision-officer')],
    ['who is a service', { kind: 'service', id: 'intake-centre' } as const],
    ['who is the law', { kind: 'law', id: 'deadline' } as const],
  ])('is not somebody %s', (_, actor) => {
    expect(() => requireOfficerOf(bureau, actor, 'approver')).toThrow('not-the-deciding-agency');
  });
});
