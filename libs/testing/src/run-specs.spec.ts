import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const JEST = createRequire(import.meta.url).resolve('jest/bin/jest');
const RUNNER = fileURLToPath(new URL('run-specs.mjs', import.meta.url));

/** Each is a spec file that must not pass, with what is said about it. */
const BROKEN = {
  'an expectation': [`it('x', () => { expect(1).toBe(2); });`, 'Expected: 2'],
  'a file that cannot be loaded': [`it('x', () => {}); throw new Error('at load');`, 'at load'],
  'an import of nothing': [`import './nothing.js'; it('x', () => {});`, 'Cannot find module'],
  'a file without a test': [`export {};`, 'must contain at least one test'],
  'a set-up': [
    `beforeAll(() => { throw new Error('no ground'); }); it('x', () => {});`,
    'no ground',
  ],
  'a tear-down': [
    `afterAll(() => { throw new Error('left over'); }); it('x', () => {});`,
    'left over',
  ],
  'a test that never ends': [
    `it('x', () => new Promise(() => {}), 50);`,
    'Exceeded timeout of 50 ms',
  ],
  'a promise nobody waits for': [
    `it('x', async () => { Promise.reject(new Error('unseen')); await new Promise(setImmediate); });`,
    'unseen',
  ],
  'an error nobody catches': [
    `it('x', (done) => { setImmediate(() => { throw new Error('outside'); }); });`,
    'outside',
  ],
  'fewer expectations than were counted on': [
    `it('x', () => { expect.assertions(1); });`,
    'one assertion to be called',
  ],
} as const;

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
  }[];
}

describe('The runner of specs', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onewindow-specs-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Runs these files as specs with nothing between them and the runner; they are JavaScript, as they lie outside the clone. */
  function ran(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const report = join(folder, 'report.json');
    const config = {
      rootDir: folder,
      testRunner: RUNNER,
      testMatch: ['<rootDir>/*.spec.mjs'],
      moduleFileExtensions: ['mjs', 'js'],
      transform: {},
      cacheDirectory: join(folder, 'cache'),
    };
    const args = ['--runInBand', '--json', `--outputFile=${report}`];
    const { status, stderr } = spawnSync(
      process.execPath,
      [JEST, `--config=${JSON.stringify(config)}`, ...args],
      { encoding: 'utf8' },
    );
    const read = () => JSON.parse(readFileSync(report, 'utf8')) as Report;
    return { status, stderr, read };
  }

  it('turns red with whatever goes wrong, says what, and counts what passed beside it', () => {
    const cases = Object.values(BROKEN).map(([text], at) => [`${at}.spec.mjs`, text] as const);
    const { status, read } = ran({
      ...Object.fromEntries(cases),
      'good.spec.mjs': `it('holds', () => { expect(1).toBe(1); });`,
    });
    const { testResults, ...counted } = read();
    const told = new Map(testResults.map((each) => [basename(each.name), each]));

    expect(status).toBe(1);
    expect(counted).toMatchObject({
      // What the set-up was for, and what a tear-down comes after, is counted beside the file that holds.
      numPassedTests: 2,
      numFailedTests: 6,
      numRuntimeErrorTestSuites: 4,
    });
    expect(
      Object.keys(BROKEN).filter((_, at) => told.get(`${at}.spec.mjs`)?.status !== 'failed'),
    ).toEqual([]);
    Object.values(BROKEN).forEach(([, says], at) => {
      expect(told.get(`${at}.spec.mjs`)?.message).toContain(says);
    });
    expect(told.get('good.spec.mjs')?.status).toBe('passed');
  });

  it('turns red, and says who it was, when a spec ends the process as if all were well', () => {
    const { status, stderr } = ran({ 'ends.spec.mjs': `it('x', () => { process.exit(0); });` });

    expect(status).toBe(1);
    expect(stderr).toMatch(/process\.exit\(0\) while .*ends\.spec\.mjs ran/);
  });
});
