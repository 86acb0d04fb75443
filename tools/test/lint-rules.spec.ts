import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { depConstraints } from '../lint/module-boundaries.js';
import { readJson, repositoryRoot } from './repository.js';

/** A fixture, linted as if it replaced the file `as`, with the very configuration of the repository. */
interface BrokenRule {
  readonly file: string;
  readonly as: string;
  readonly rule: string;
  readonly says: string;
}

const boundary = (file: string, as: string, says: string): BrokenRule => ({
  file,
  as,
  rule: '@nx/enforce-module-boundaries',
  says,
});

const syntax = (file: string, as: string, says: string): BrokenRule => ({
  file,
  as,
  rule: 'no-restricted-syntax',
  says,
});

const kernel = 'libs/kernel/src/index.ts';
const statutoryClock = 'libs/statutory-clock/src/index.ts';
const draw = 'libs/draw/src/index.ts';
const contracts = 'libs/contracts/src/index.ts';
const bus = 'libs/bus/src/index.ts';
const testing = 'libs/testing/src/index.ts';
const intake = 'apps/intake/src/main.ts';
const portal = 'apps/portal/src/page-paths.ts';
const tools = 'tools/src/index.ts';
const journeys = 'apps/system-tests/src/a-city.ts';

const broken: Record<string, BrokenRule> = {
  'a pure lib that uses glue': boundary('uses-glue', statutoryClock, '"type:pure"'),
  'a pure lib that uses npm': boundary('uses-npm', kernel, 'not allowed to import "pg"'),
  'a hashing lib that uses glue': boundary('uses-glue', draw, '"type:hashing"'),
  'a hashing lib that uses npm': boundary('uses-npm', draw, 'not allowed to import "pg"'),
  'contracts that use glue': boundary('uses-glue', contracts, '"type:contracts"'),
  'contracts that use npm': boundary('uses-npm', contracts, 'not allowed to import "pg"'),
  'glue that uses the test harness': boundary('uses-testing', bus, '"type:glue"'),
  'a test harness that uses the tools': boundary('uses-tools', testing, 'Circular dependency'),
  'a service that uses the tools': boundary('uses-tools', intake, '"type:service"'),
  'a service that uses the test harness': boundary('uses-testing', intake, '"type:service"'),
  'a service that uses another service': boundary('uses-a-service', intake, '"type:service"'),
  'a tool that uses the test harness': boundary('uses-testing', tools, '"type:tools"'),
  'a tool that uses a service': boundary('uses-a-service', tools, '"type:tools"'),
  'a journey that uses a service': boundary('uses-a-service', journeys, '"type:journeys"'),
  'a page that uses glue': boundary('uses-glue', portal, '"type:portal"'),
  'a relative path into a project': boundary('uses-a-relative-path', bus, 'relative or absolute'),
  'a package nobody asked for': boundary('uses-a-hidden-package', bus, 'Transitive'),
  'six dependencies': syntax('six-dependencies', bus, 'two jobs'),
  'the environment read in a lib': syntax('reads-the-environment', bus, 'read once, at start'),
  'the environment read in a service': syntax('reads-the-environment', intake, 'read once'),
  'the clock read in a pure lib': syntax('reads-the-clock', kernel, 'take `now`'),
  'chance in a hashing lib': syntax('rolls-dice', draw, 'Chance is passed in'),
  'chance in a pure lib': syntax('rolls-dice', kernel, 'Chance is passed in'),
  'an event emitted past the journal': {
    file: 'emits-past-the-journal',
    as: bus,
    rule: 'onewindow/no-client-emit',
    says: 'through the journal',
  },
  'a rule silenced in a comment': {
    file: 'silences-a-rule',
    as: bus,
    rule: 'eqeqeq',
    says: "'==='",
  },
};

interface Manifest {
  readonly nx: { readonly tags: readonly string[] };
}

interface Finding {
  readonly rule: string | null;
  readonly message: string;
}

function lint(cases: readonly BrokenRule[]): readonly (readonly Finding[])[] {
  const input = cases.map(({ file, as }) => ({
    file: join(repositoryRoot, 'tools/boundary-fixtures/lint', `${file}.ts`),
    as: join(repositoryRoot, as),
  }));
  const output = execFileSync(process.execPath, ['tools/lint/lint-as.mjs'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
    input: JSON.stringify(input),
  });
  return JSON.parse(output) as Finding[][];
}

describe('The lint rules', () => {
  let found: ReadonlyMap<string, readonly Finding[]>;

  beforeAll(() => {
    const results = lint(Object.values(broken));
    found = new Map(
      Object.keys(broken).map((situation, index) => [situation, results[index] ?? []]),
    );
  });

  it.each(Object.entries(broken))('catch %s', (situation, { rule, says }) => {
    const messages = found.get(situation)?.filter((finding) => finding.rule === rule);

    expect(messages?.map(({ message }) => message).join('\n')).toContain(says);
  });

  it('have a red fixture for every kind of project', () => {
    const kindOf = (as: string) => readJson(as.replace(/src\/.*/, 'package.json')) as Manifest;
    const proven = Object.values(broken)
      .filter(({ rule }) => rule === '@nx/enforce-module-boundaries')
      .flatMap(({ as }) => kindOf(as).nx.tags);

    expect(new Set(proven)).toEqual(new Set(depConstraints.map(({ sourceTag }) => sourceTag)));
  });
});
