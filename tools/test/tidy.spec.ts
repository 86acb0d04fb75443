import { basename, dirname } from 'node:path';
import { depConstraints } from '../lint/module-boundaries.js';
import { readJson, readText, repositoryFiles } from './repository.js';
import { shapeOf } from './source-shape.js';

const LINES_OF_A_FILE = 300;
const LINES_OF_A_SPEC = 500;
const LINES_OF_A_FUNCTION = 100;

const rules = 'tools/test/tidy.spec.ts';
const isSpec = (path: string) => /\.spec\.ts$|\/(test|bench)\//.test(path);
const isFixture = (path: string) => path.startsWith('tools/boundary-fixtures/');
const sources = repositoryFiles.filter(
  (path) => /\.(ts|tsx|js|mjs)$/.test(path) && !isFixture(path),
);
const checkedSources = sources.filter((path) => path !== rules);
const shapes = new Map(sources.map((path) => [path, shapeOf(path, readText(path))]));
const texts = repositoryFiles.filter(
  (path) => path !== rules && path !== 'package-lock.json' && isText(path),
);

function isText(path: string): boolean {
  return /\.(ts|tsx|js|mjs|cjs|json|md|ya?ml|sh|sql|html|css|svg|txt)$|(^|\/)\.?[A-Za-z-]+$/.test(
    path,
  );
}

/** Every place where the pattern occurs, as `path:line`. */
const occurrences = (paths: readonly string[], pattern: RegExp): string[] =>
  paths.flatMap((path) =>
    readText(path)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [],
      ),
  );

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly nx?: { readonly tags?: readonly string[] };
}

const manifests = repositoryFiles
  .filter((path) => basename(path) === 'package.json')
  .map((path) => ({ path, manifest: readJson(path) as Manifest }));

describe('A source file', () => {
  it('does one job: it is short, unless it is a table of facts', () => {
    const long = [...shapes].filter(
      ([path, { lines, functions }]) =>
        functions.length > 0 && lines > (isSpec(path) ? LINES_OF_A_SPEC : LINES_OF_A_FILE),
    );

    expect(long.map(([path, { lines }]) => `${path}: ${lines} lines`)).toEqual([]);
  });

  it('has functions that fit on a screen', () => {
    const long = [...shapes]
      .filter(([path]) => !isSpec(path))
      .flatMap(([path, { functions }]) =>
        functions
          .filter(({ lines }) => lines > LINES_OF_A_FUNCTION)
          .map(({ name, lines }) => `${path}: ${name}, ${lines} lines`),
      );

    expect(long).toEqual([]);
  });

  it('is named after what it is about', () => {
    const emptyWords =
      /(^|[-.])(managers?|helpers?|utils?|common|misc)[-.]|[-.](data|info)\.|^-handle-/;

    expect(sources.filter((path) => emptyWords.test(`-${basename(path)}`))).toEqual([]);
  });

  it('exports names that say something', () => {
    const emptyWords =
      /(Manager|Helper|Util)s?(?![a-z])|[a-z0-9](Data|Info)$|^(process|handle)[A-Z]/;
    const empty = [...shapes].flatMap(([path, { exportedNames }]) =>
      exportedNames.filter((name) => emptyWords.test(name)).map((name) => `${path}: ${name}`),
    );

    expect(empty).toEqual([]);
  });

  it('lies in a folder that says what it is about', () => {
    const kinds = /(^|\/)(interfaces|dto|dtos|entities|utils|common|helpers|shared|types|misc)\//;

    expect(repositoryFiles.filter((path) => kinds.test(path))).toEqual([]);
  });

  it('is written in kebab-case', () => {
    const named = /^[a-z0-9.]+(-[a-z0-9.]+)*$/;

    expect(sources.filter((path) => !named.test(basename(path)))).toEqual([]);
  });

  it('leaves nothing for later', () => {
    expect(occurrences(checkedSources, /\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
  });

  it('does not tie two classes together lazily', () => {
    expect(occurrences(checkedSources, /\bforwardRef\b/)).toEqual([]);
  });

  it('silences no check', () => {
    const silence = /eslint-disable|@ts-(ignore|nocheck)|prettier-ignore|istanbul ignore/;

    expect(occurrences(checkedSources, silence)).toEqual([]);
  });

  it('skips no spec and singles none out', () => {
    const partial =
      /\b(it|test|describe)\.(skip|only|todo|failing)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\(/;

    expect(occurrences(checkedSources, partial)).toEqual([]);
  });

  it('takes no snapshot for a behaviour', () => {
    expect(occurrences(checkedSources, /toMatch(Inline)?Snapshot/)).toEqual([]);
  });
});

describe('A package', () => {
  const packages = manifests.filter(({ path }) => path !== 'package.json');

  it('pins every dependency exactly', () => {
    const loose = manifests.flatMap(({ path, manifest }) =>
      Object.entries({
        ...manifest.dependencies,
        ...manifest.devDependencies,
        ...manifest.optionalDependencies,
      })
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${path}: ${name} ${version}`),
    );

    expect(loose).toEqual([]);
  });

  it('has exactly one kind, known to the boundary rules', () => {
    const known = depConstraints.map(({ sourceTag }) => sourceTag);
    const unknown = packages.filter(({ manifest }) => {
      const kinds = (manifest.nx?.tags ?? []).filter((tag) => tag.startsWith('type:'));
      return kinds.length !== 1 || !known.includes(kinds[0] ?? '');
    });

    expect(unknown.map(({ path }) => path)).toEqual([]);
  });

  it('is named after its folder and under the licence', () => {
    const other = packages.filter(
      ({ path, manifest }) =>
        manifest.name !== `@onewindow/${basename(dirname(path))}` ||
        manifest.license !== 'Apache-2.0',
    );

    expect(other.map(({ path }) => path)).toEqual([]);
  });

  it('names npm packages only at the root', () => {
    const named = packages.flatMap(({ path, manifest }) =>
      Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
        .filter((name) => !name.startsWith('@onewindow/'))
        .map((name) => `${path}: ${name}`),
    );

    expect(named).toEqual([]);
  });

  it('has a program behind every script', () => {
    const { scripts } = readJson('package.json') as { scripts: Record<string, string> };
    const commands = Object.values(scripts).flatMap(
      (script) => /^node tools\/bootstrap\.mjs (\S+)/.exec(script)?.[1] ?? [],
    );

    expect(commands.length).toBeGreaterThan(0);
    expect(
      commands.filter((command) => !repositoryFiles.includes(`tools/src/${command}/main.ts`)),
    ).toEqual([]);
  });

  it('is installed from a lockfile that names no host', () => {
    const lockfile = readText('package-lock.json');

    expect(lockfile).toContain('"integrity"');
    expect(lockfile).not.toMatch(/"resolved": "https?:/);
  });
});

describe('The repository', () => {
  it('names no package registry', () => {
    const registries =
      /registry\.[\w-]+\.[a-z]{2,}|npmmirror|artifactory|\/\/[^/\s]*nexus|_authToken/i;

    expect(occurrences(texts, registries)).toEqual([]);
  });

  it('names no machine it was written on', () => {
    const machines =
      /(^|[\s"'`(=:])(\/work\/|\/home\/[a-z]|\/Users\/[a-z]|[A-Z]:\\Users)|\.(corp|intranet|lan)\b/;

    expect(occurrences(texts, machines)).toEqual([]);
  });

  it('carries no secret key', () => {
    expect(occurrences(texts, /BEGIN [A-Z ]*PRIVATE KEY|\bSU[A-Z2-7]{56}\b/)).toEqual([]);
  });

  it('has a licence and the pages that a newcomer expects', () => {
    const pages = [
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'CONTRIBUTING.md',
      'docs/architecture.md',
      'docs/glossary.md',
    ];

    expect(pages.filter((path) => !repositoryFiles.includes(path))).toEqual([]);
  });
});
