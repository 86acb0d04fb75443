import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const clone = new URL('../../../', import.meta.url);

/** Packages whose sources do not lie where those of the libraries do. */
const ENTRIES = new Map([
  ['@onewindow/tools', 'tools/src/index.ts'],
  ['@onewindow/service/testing', 'libs/service/test/alone/index.ts'],
]);

/** Lets plain Node import the TypeScript sources of this clone, so that specs need no build. */
export function loadSources() {
  registerHooks({ resolve, load });
}

function resolve(specifier, context, next) {
  const entry = ENTRIES.get(specifier) ?? entryOfLibrary(specifier);
  if (entry !== undefined) return next(new URL(entry, clone).href, context);
  if (isSource(context.parentURL) && /^\.{1,2}\/.*\.js$/.test(specifier)) {
    for (const kind of ['.ts', '.tsx']) {
      const source = new URL(specifier.replace(/\.js$/, kind), context.parentURL);
      if (existsSync(source)) return next(source.href, context);
    }
  }
  return next(specifier, context);
}

function entryOfLibrary(specifier) {
  const [, name, part = ''] = /^@onewindow\/([^/]+)(\/[^/]+)?$/.exec(specifier) ?? [];
  return name && `libs/${name}/src${part}/index.ts`;
}

function load(url, context, next) {
  if (!isSource(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    jsc: {
      parser: { syntax: 'typescript', decorators: true, tsx: url.endsWith('.tsx') },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: true,
        react: { runtime: 'automatic' },
      },
      target: 'es2024',
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}

const isSource = (url = '') =>
  url.startsWith(clone.href) && !url.includes('/node_modules/') && /\.tsx?$/.test(url);
