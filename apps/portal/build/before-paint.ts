import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { earlyFetches } from './early-files.js';

const SCRIPT = join(import.meta.dirname, '../src/before-paint.ts');

/**
 * Makes `src/before-paint.ts` a script of its own and names it first in the document, which waits for it, with what each page
 * needs to be fetched. A module cannot be that
 * script: it runs when the document has been read and a first, empty frame may have been drawn.
 */
export function beforePaint(): Plugin {
  let path = '';
  return {
    name: 'onewindow-before-paint',
    apply: 'build',
    async buildStart() {
      const source = await bundled();
      const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
      path = `assets/before-paint-${hash}.js`;
      this.emitFile({ type: 'asset', fileName: path, source });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const fetches = JSON.stringify(earlyFetches(bundle));
        const attrs = { src: `/${path}`, 'data-fetches': fetches };
        return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}

async function bundled(): Promise<string> {
  const outputs = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: SCRIPT, output: { format: 'iife' } },
    },
  });
  const [first] = [outputs].flat();
  const [script] = first !== undefined && 'output' in first ? first.output : [];
  if (script?.type !== 'chunk') throw new TypeError(`${SCRIPT} was not made into a script`);
  return script.code;
}
