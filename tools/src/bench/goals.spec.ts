import { goalLine, isMet } from './goals.js';

const goal = (measured: number) => ({ what: 'import', measured, below: 60, unit: ' s' });

describe('A goal', () => {
  it('is met below its bound, and missed on it', () => {
    expect([59.9, 60, 61].map((each) => isMet(goal(each)))).toEqual([true, false, false]);
  });

  it('is printed with what was measured', () => {
    expect(goalLine(goal(48.26))).toBe('  met     import: 48.3 s (below 60 s)');
    expect(goalLine(goal(60))).toBe('  MISSED  import: 60 s (below 60 s)');
  });

  it('is missed where nothing could be measured', () => {
    expect(isMet(goal(Number.NaN))).toBe(false);
  });
});
