import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from './repository.js';

const fixtures = join(repositoryRoot, 'tools/boundary-fixtures');
const frameworks = ['@nestjs'];

interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

interface CruiseSummary {
  readonly summary: {
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly module: string; readonly resolved: string }[];
  }[];
}

function cruise(workspace: string): CruiseSummary {
  const folders = ['apps', 'libs', 'tools'].filter((name) => existsSync(join(workspace, name)));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(repositoryRoot, 'node_modules/.bin/depcruise'),
      '--config',
      join(repositoryRoot, '.dependency-cruiser.js'),
      '--output-type',
      'json',
      ...folders,
    ],
    { cwd: workspace, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as CruiseSummary;
}

const violationsOf = ({ summary }: CruiseSummary): Violation[] =>
  summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));

/** A workspace with the fixture's files, its libs under their package names, and the real frameworks. */
function workspaceOf(fixture: string): string {
  const workspace = mkdtempSync(join(realpathSync(tmpdir()), 'onewindow-layers-'));
  cpSync(join(fixtures, 'layers', fixture), workspace, { recursive: true });
  const scope = join(workspace, 'node_modules/@onewindow');
  mkdirSync(scope, { recursive: true });
  for (const framework of frameworks) {
    symlinkSync(
      join(repositoryRoot, 'node_modules', framework),
      join(workspace, 'node_modules', framework),
    );
  }
  const libs = join(workspace, 'libs');
  for (const lib of existsSync(libs) ? readdirSync(libs) : []) {
    cpSync(join(repositoryRoot, 'libs', lib, 'package.json'), join(libs, lib, 'package.json'));
    symlinkSync(join(libs, lib), join(scope, lib));
  }
  return workspace;
}

const brokenLayers: Record<string, { from: string; to: string }> = {
  'imports-resolve': {
    from: 'apps/intake/src/domain/application.ts',
    to: './requirements-that-moved-away.js',
  },
  'no-cycles': {
    from: 'apps/intake/src/domain/application.ts',
    to: 'apps/intake/src/domain/completeness.ts',
  },
  'pure-libs-stay-pure': { from: 'libs/kernel/src/digest.ts', to: 'crypto' },
  'hashing-libs-only-hash': { from: 'libs/draw/src/seed.ts', to: 'crypto' },
  'domain-is-pure': {
    from: 'apps/approval/src/domain/case.ts',
    to: 'apps/approval/src/use-cases/ports.ts',
  },
  'domain-reaches-no-framework': {
    from: 'apps/approval/src/domain/case.ts',
    to: 'node_modules/@nestjs/common',
  },
  'use-cases-know-no-adapter': {
    from: 'apps/intake/src/use-cases/submit-application.ts',
    to: 'apps/intake/src/adapters/persistence/postgres-applications.ts',
  },
  'policies-and-views-know-no-adapter': {
    from: 'apps/intake/src/policies/lapse-corrections.ts',
    to: 'apps/intake/src/adapters/bus/publications.ts',
  },
  'rows-stay-in-persistence': {
    from: 'apps/intake/src/adapters/bus/commands.ts',
    to: 'apps/intake/src/adapters/persistence/application.row.ts',
  },
  'only-main-knows-the-module': {
    from: 'apps/intake/src/adapters/bus/commands.ts',
    to: 'apps/intake/src/intake.module.ts',
  },
  'services-talk-by-contract': {
    from: 'apps/intake/src/adapters/bus/commands.ts',
    to: 'apps/approval/src/use-cases/open-case.ts',
  },
  'pages-know-pure-libs': {
    from: 'apps/portal/src/progress.ts',
    to: 'libs/contracts/src/index.ts',
  },
  'libs-know-no-service': {
    from: 'libs/bus/src/subscriptions.ts',
    to: 'apps/approval/src/adapters/bus/subscriptions.ts',
  },
  'testing-stays-in-specs': {
    from: 'apps/intake/src/adapters/deadlines.ts',
    to: 'libs/testing/src/index.ts',
  },
};

describe('The layers inside a service', () => {
  it('have a red fixture for every rule', async () => {
    const { default: config } = (await import(join(repositoryRoot, '.dependency-cruiser.js'))) as {
      default: { forbidden: { name: string }[] };
    };
    const rules = config.forbidden.map(({ name }) => name).sort();

    expect(Object.keys(brokenLayers).sort()).toEqual(rules);
    expect(readdirSync(join(fixtures, 'layers')).sort()).toEqual(rules);
  });

  it.each(Object.entries(brokenLayers))('are guarded: %s fires', (rule, { from, to }) => {
    const workspace = workspaceOf(rule);
    try {
      const fired = violationsOf(cruise(workspace)).filter((violation) => violation.rule === rule);

      expect(fired.map((violation) => violation.from)).toContain(from);
      expect(fired.find((violation) => violation.from === from)?.to).toContain(to);
    } finally {
      rmSync(workspace, { recursive: true });
    }
  });

  it('hold in this repository, seen through the package names', () => {
    const result = cruise(repositoryRoot);
    const throughNames = result.modules
      .flatMap(({ dependencies }) => dependencies)
      .filter(({ module }) => module.startsWith('@onewindow/'));

    expect(violationsOf(result)).toEqual([]);
    expect(throughNames.length).toBeGreaterThan(0);
    expect(
      throughNames.filter(({ resolved }) => !/^(libs\/[^/]+|tools)\/(src|test)\/\w/.test(resolved)),
    ).toEqual([]);
  });
});
