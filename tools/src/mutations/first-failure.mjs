import { writeFileSync } from 'node:fs';
import process from 'node:process';

/**
 * Jest's reporter of a mutation that is tried; Jest loads it outside its own module system. With the first test that fails everything
 * is known: what would follow waits for what never comes. The keeper of the servers ends them with this process.
 */
export default class FirstFailure {
  failed = [];
  passed = 0;
  broken = [];

  onTestCaseResult({ path }, { status, fullName }) {
    if (status === 'passed') this.passed += 1;
    if (status !== 'failed') return;
    this.failed.push({ file: path, title: fullName });
    if (process.env.OW_STOP_AT_FIRST === undefined) return;
    this.onRunComplete();
    process.exit(1);
  }

  onTestResult({ path }, { testExecError, failureMessage }) {
    if (testExecError) this.broken.push(`${path}: ${String(failureMessage).slice(0, 400)}`);
  }

  onRunComplete() {
    const { failed, passed, broken } = this;
    writeFileSync(process.env.OW_MUTATION_REPORT, JSON.stringify({ failed, passed, broken }));
  }
}
