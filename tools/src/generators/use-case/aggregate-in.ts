import { relative } from 'node:path';
import { visitNotIgnoredFiles, type Tree } from '@nx/devkit';
import { textOf } from '../edit-file.js';
import type { Spelling } from '../spelling.js';

/** Where the parts of an aggregate stand in its service, by their names. */
export interface AggregateParts {
  /** The constant that is its kind, and the file that exports it. */
  readonly kind: string;
  readonly kindFile: string;
  readonly state: string;
  readonly event: string;
  /** The file that declares state and facts. */
  readonly stateFile: string;
  readonly lifecycleFile: string;
  readonly publications: string;
  readonly publicationsFile: string;
}

/** Finds an aggregate by the conventions of every service. Throws an Error that names what it did not find. */
export function aggregateIn(tree: Tree, service: string, aggregate: Spelling): AggregateParts {
  const sources = sourcesOf(tree, `apps/${service}/src`);
  const find = (what: string, pattern: RegExp): { file: string; groups: string[] } => {
    for (const file of sources) {
      const match = pattern.exec(textOf(tree, file));
      if (match) return { file, groups: match.slice(1) };
    }
    throw new Error(`apps/${service} has no ${what} of ${aggregate.kebab}.`);
  };
  const kind = find(
    'aggregateKind',
    new RegExp(`export const (\\w+) = aggregateKind<(\\w+), (\\w+)>\\(\\s*'${aggregate.kebab}'`),
  );
  const [constant = '', state = '', event = ''] = kind.groups;
  const lifecycle = find('lifecycle', new RegExp(`export const ${aggregate.camel}Lifecycle = `));
  const facts = find('facts', new RegExp(`export type ${event} =`));
  const publications = find(
    'publications',
    new RegExp(
      `export const (\\w+) = \\{(?:(?!export const)[\\s\\S])*?satisfies Publications<${event}\\b`,
    ),
  );
  return {
    kind: constant,
    kindFile: kind.file,
    state,
    event,
    stateFile: facts.file,
    lifecycleFile: lifecycle.file,
    publications: publications.groups[0] ?? '',
    publicationsFile: publications.file,
  };
}

/** How a file in a folder imports another one. */
export function moduleFrom(folder: string, file: string): string {
  const path = relative(folder, file).replace(/\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}

function sourcesOf(tree: Tree, folder: string): string[] {
  const files: string[] = [];
  visitNotIgnoredFiles(tree, folder, (file) => {
    if (file.endsWith('.ts') && !file.endsWith('.spec.ts')) files.push(file);
  });
  return files;
}
