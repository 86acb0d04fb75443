import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Lifecycle } from '@onewindow/kernel';
import type { GeneratedFile } from './generated-file.js';

/** Where the code of the services is: built, or as source where a loader compiles it. */
export type CodeFolder = 'dist' | 'src';

const BEGIN = '<!-- states:begin -->';
const END = '<!-- states:end -->';
const BETWEEN = new RegExp(`${BEGIN}[\\s\\S]*?${END}`);

type AnyLifecycle = Lifecycle<string, string>;

/** The README of every service that asks for its state diagrams, with the diagrams as the transition tables are now. */
export async function readmesWithStates(
  root: string,
  code: CodeFolder,
): Promise<readonly GeneratedFile[]> {
  const services = readdirSync(join(root, 'apps')).toSorted();
  const readmes = services
    .map((service) => ({ service, path: `apps/${service}/README.md` }))
    .filter(({ path }) => existsSync(join(root, path)))
    .map((each) => ({ ...each, text: readFileSync(join(root, each.path), 'utf8') }))
    .filter(({ text }) => BETWEEN.test(text));
  return Promise.all(
    readmes.map(async ({ service, path, text }) => {
      const diagrams = await diagramsOf(join(root, 'apps', service, code, 'domain'));
      return { path, text: text.replace(BETWEEN, () => [BEGIN, ...diagrams, END].join('\n')) };
    }),
  );
}

async function diagramsOf(domain: string): Promise<readonly string[]> {
  const found = await Promise.all(lifecycleModules(domain).map(lifecyclesIn));
  const diagrams = found
    .flat()
    .map(({ name, lifecycle }) => `### ${name}\n\n\`\`\`mermaid\n${lifecycle.toMermaid()}\n\`\`\``);
  return diagrams.length === 0 ? [] : [diagrams.join('\n\n')];
}

const lifecycleModules = (domain: string): readonly string[] =>
  readdirSync(domain, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /-lifecycle\.[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();

async function lifecyclesIn(
  file: string,
): Promise<readonly { readonly name: string; readonly lifecycle: AnyLifecycle }[]> {
  const module = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  return Object.entries(module).flatMap(([name, value]) =>
    isLifecycle(value) ? [{ name: titleOf(name), lifecycle: value }] : [],
  );
}

const isLifecycle = (value: unknown): value is AnyLifecycle =>
  typeof value === 'object' && value !== null && 'toMermaid' in value && 'states' in value;

/** `specialProcedureLifecycle` is the diagram of a special procedure. */
const titleOf = (name: string): string =>
  name.replace(/Lifecycle$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
