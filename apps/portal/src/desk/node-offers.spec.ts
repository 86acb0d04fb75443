import type { PersonView } from '../api/replies.js';
import { offersOnNode, type Node } from './node-offers.js';

const OF_CASE = { caseNumber: '379900-20260429-000001', items: ['drainage-permit'] };

const node = (given: Partial<Node> = {}): Node => ({
  id: 'S4.fire',
  name: '消防验收',
  kind: 'external',
  standing: 'pending',
  department: 'fire-rescue',
  ...given,
});

const person = (department: string, ...roles: string[]): PersonView => ({
  kind: 'person',
  id: 'someone',
  name: 'someone',
  roles,
  region: '379900',
  department,
});

const recordedBy = (by: PersonView | undefined, given: Partial<Node> = {}) =>
  offersOnNode(node(given), OF_CASE, by).map(({ path }) => path.split('/').slice(-3));

const RECORDED = [['nodes', 'S4.fire', 'result']];

describe('What came of a node of the plan', () => {
  it('is recorded by the window, or by the department that the node names', () => {
    expect(recordedBy(person('window', 'window-clerk'))).toEqual(RECORDED);
    expect(recordedBy(person('fire-rescue', 'approver'))).toEqual(RECORDED);
  });

  it('is recorded by no other agency of the case, by nobody else of the department, and by no visitor', () => {
    expect(recordedBy(person('bureau', 'approver'))).toEqual([]);
    expect(recordedBy(person('fire-rescue', 'inspector'))).toEqual([]);
    expect(recordedBy(undefined)).toEqual([]);
  });

  it('is for the window alone where the node names no department', () => {
    const { department: _, ...unnamed } = node();
    const by = (who: PersonView) => offersOnNode(unnamed, OF_CASE, who).length;

    expect(by(person('window', 'window-clerk'))).toBe(1);
    expect(by(person('fire-rescue', 'approver'))).toBe(0);
  });

  it('is recorded once, and of an item of the case only on its track', () => {
    const clerk = person('window', 'window-clerk');

    expect(recordedBy(clerk, { standing: 'in-effect' })).toEqual([]);
    expect(recordedBy(clerk, { item: 'drainage-permit' })).toEqual([]);
    expect(recordedBy(clerk, { item: 'energy-review', standing: 'refused' })).toEqual(RECORDED);
  });
});
