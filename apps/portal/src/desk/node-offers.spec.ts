import { offersOnNode } from './node-offers.js';

const CASE = '379900-20260429-000001';

describe('What came of a node of the plan', () => {
  it('is recorded where the service offers it to this person, and nowhere else', () => {
    const [offer, ...others] = offersOnNode({ id: 'S4.fire', actions: ['record-node'] }, CASE);

    expect(offer?.path).toBe(`/api/cases/${CASE}/nodes/S4.fire/result`);
    expect(others).toEqual([]);
    expect(offersOnNode({ id: 'S4.fire' }, CASE)).toEqual([]);
  });
});
