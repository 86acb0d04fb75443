import { closingLine, FAILED, PASSED, sum, tallyOf } from './tally.js';

const report = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

describe('The tally of a proof', () => {
  it('adds the tests of every run and one for each step', () => {
    expect(closingLine(sum([PASSED, PASSED, tallyOf(report, 0)]))).toBe('9 passed, 0 failed');
  });

  it('names what was skipped only when something was', () => {
    expect(closingLine(tallyOf({ ...report, numPendingTests: 2, numTodoTests: 1 }, 0))).toBe(
      '7 passed, 0 failed, 3 skipped',
    );
  });

  it('counts a file that cannot be loaded as a failure', () => {
    expect(tallyOf({ ...report, numRuntimeErrorTestSuites: 1 }, 1).failed).toBe(1);
  });

  it('counts a run that failed although no test did', () => {
    expect(tallyOf(report, 1).failed).toBe(1);
  });

  it('counts a run that left no report as one failure', () => {
    expect(tallyOf(undefined, 0)).toEqual(FAILED);
  });
});
