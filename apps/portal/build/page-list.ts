import type { Plugin } from 'vite';
import { PAGE_PATHS } from '../src/page-paths.js';

/** Writes the addresses of the pages beside them, so that whoever serves them knows what is a page and what is a mistake. */
export function pageList(): Plugin {
  return {
    name: 'onewindow-page-list',
    generateBundle() {
      const source = JSON.stringify(Object.values(PAGE_PATHS), null, 2);
      this.emitFile({ type: 'asset', fileName: 'pages.json', source: `${source}\n` });
    },
  };
}
