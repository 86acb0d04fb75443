import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const libs = new URL('../../', import.meta.url);
const clone = new URL('../', libs);

/** Lets plain Node import the TypeScript sources of this clone, so that specs need no build. */
export function loadSources() {
  registerHooks({ resolve, load });
}

function resolve(specifier, context, next) {
  const [, name, part = ''] = /^@onewindow\/([^/]+)(\/[^/]+)?$/.exec(specifier) ?? [];
  if (name !== undefined) return next(new URL(`${name}/src${part}/index.ts`, libs).href, context);
  if (context.parentURL?.endsWith('.ts') && /^\.{1,2}\/.*\.js$/.test(specifier)) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return next(source.href, context);
  }
  return next(specifier, context);
}

function load(url, context, next) {
  if (!url.startsWith(clone.href) || url.includes('/node_modules/') || !url.endsWith('.ts'))
    return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
      target: 'es2024',
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
