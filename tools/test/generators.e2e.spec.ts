import { WorkspaceCopy, type Ran } from './workspace-copy.js';

const RIGHT = expect.objectContaining({ exitCode: 0 }) as unknown as Ran;
const JEST = 'jest/bin/jest.js';
/** Each step is a whole tool on the whole repository. */
const LIMIT_MS = 600_000;

let copy: WorkspaceCopy;

beforeAll(() => {
  copy = new WorkspaceCopy();
  build('@onewindow/kernel', '@onewindow/tools');
  generate('service', 'hearing-room', '--aggregate=public-hearing', '--title=听证');
  generate(
    'use-case',
    ...['hearing-room', 'reopen-public-hearing', '--aggregate=public-hearing'],
    ...['--from=closed', '--to=open', '--fact=public-hearing-reopened'],
  );
  generate(
    'use-case',
    ...['supervision', 'return-handover', '--aggregate=handover'],
    ...['--from=acknowledged', '--to=received', '--fact=handover-returned'],
  );
  copy.linkPackages();
  build();
  expect(copy.run('@onewindow/tools/dist/generate/main.js')).toEqual(RIGHT);
}, LIMIT_MS);

afterAll(() => copy.remove());

function build(...projects: readonly string[]): void {
  const only = projects.length === 0 ? [] : [`--projects=${projects.join(',')}`];
  expect(copy.run('nx/dist/bin/nx.js', 'run-many', '--target=build', ...only)).toEqual(RIGHT);
}

function generate(generator: string, ...args: readonly string[]): void {
  expect(
    copy.run('nx/dist/bin/nx.js', 'generate', `@onewindow/tools:${generator}`, ...args),
  ).toEqual(RIGHT);
}

const changed = (pattern: RegExp) => copy.changedFiles().filter((path) => pattern.test(path));

describe('What nx generate writes', () => {
  it(
    'is a whole service with its contracts, and use cases where a service lists them',
    () => {
      expect(changed(/./)).toEqual(
        expect.arrayContaining([
          'apps/hearing-room/src/domain/public-hearing-lifecycle.ts',
          'apps/hearing-room/src/use-cases/reopen-public-hearing.ts',
          'apps/hearing-room/test/hearing-room.int.spec.ts',
          'apps/supervision/src/use-cases/supervision-use-cases.ts',
          'libs/contracts/src/hearing-room/list-public-hearings.v1.ts',
        ]),
      );
    },
    LIMIT_MS,
  );

  it(
    'compiles against the libraries as they are',
    () => {
      expect(copy.run('typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit')).toEqual(RIGHT);
    },
    LIMIT_MS,
  );

  it(
    'is formatted',
    () => {
      const files = changed(/\.(ts|json)$/);

      expect(copy.run('prettier/bin/prettier.cjs', '--check', ...files)).toEqual(RIGHT);
    },
    LIMIT_MS,
  );

  it(
    'passes the lint rules, and those between projects among them',
    () => {
      const files = changed(/\.ts$/);

      expect(
        copy.run('eslint/bin/eslint.js', '--max-warnings=0', '--no-warn-ignored', ...files),
      ).toEqual(RIGHT);
    },
    LIMIT_MS,
  );

  it(
    'keeps the layers',
    () => {
      const args = ['--config=.dependency-cruiser.js', 'apps', 'libs', 'tools'];

      expect(copy.run('dependency-cruiser/bin/dependency-cruiser.mjs', ...args)).toEqual(RIGHT);
    },
    LIMIT_MS,
  );

  it(
    'is tidy, and its pure specs hold',
    () => {
      const paths =
        'apps/(hearing-room|supervision)/|libs/contracts/|tools/test/(tidy(-docs|-contracts)?|generated)\\.';

      expect(copy.run(JEST, '--selectProjects=unit', `--testPathPatterns=${paths}`)).toEqual(RIGHT);
    },
    LIMIT_MS,
  );

  it(
    'runs on a real PostgreSQL and nats-server',
    () => {
      const ran = copy.run(JEST, '--selectProjects=int', '--testPathPatterns=apps/hearing-room');

      expect(ran).toEqual(RIGHT);
    },
    LIMIT_MS,
  );
});
