import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NotUsable, type Parse } from '@onewindow/service/process';

/** The pages as their build left them. */
export interface PortalBuild {
  /** Holds `index.html` and the folder `assets`, whose files are named after their content. */
  readonly folder: string;
  /** Addresses of pages: `/items/:code`. */
  readonly pages: readonly string[];
}

/** Reads which pages a build holds; says so when the folder is no build of the portal. */
export const portalBuild: Parse<PortalBuild> = (path) => {
  const folder = resolve(path);
  try {
    statSync(join(folder, 'assets'));
    statSync(join(folder, 'index.html'));
    return { folder, pages: pagesIn(readFileSync(join(folder, 'pages.json'), 'utf8')) };
  } catch {
    throw new NotUsable({
      zh: `${folder} 不是门户页面的构建结果。`,
      en: `${folder} holds no build of the portal.`,
    });
  }
};

function pagesIn(text: string): readonly string[] {
  const pages = JSON.parse(text) as unknown;
  const isList = Array.isArray(pages) && pages.every((page) => /^\/[\w/:-]*$/.test(String(page)));
  if (!isList) throw new TypeError('pages.json lists no addresses');
  return pages as readonly string[];
}
