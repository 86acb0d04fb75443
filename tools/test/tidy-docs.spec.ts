import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { VARIABLES } from '../src/start/settings.js';
import { readJson, readText, repositoryFiles, repositoryRoot } from './repository.js';

const readmes = ['README.md', 'README.zh-CN.md'];
const FIRST_SCREEN_LINES = 60;
const LINES_OF_A_DECISION = 80;

const code = repositoryFiles
  .filter(
    (path) => /^(apps|libs|tools)\/.*\.(ts|mjs)$/.test(path) && !path.startsWith('tools/test/'),
  )
  .map(readText)
  .join('\n');

const headingAnchors = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    (heading ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );

function deadLinks(page: string): string[] {
  const links = [...readText(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '');
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(repositoryRoot, target))) return true;
      return anchor !== undefined && !headingAnchors(readText(target)).includes(anchor);
    });
}

describe('The documentation', () => {
  const pages = repositoryFiles.filter((path) => path.endsWith('.md'));

  it.each(readmes)('%s holds both commands on its first screen', (page) => {
    const firstScreen = readText(page).split('\n').slice(0, FIRST_SCREEN_LINES).join('\n');

    expect(firstScreen).toContain('npm start');
    expect(firstScreen).toContain('npm test');
    expect(firstScreen).toContain('```mermaid');
  });

  it.each(readmes)('%s explains every setting of npm start', (page) => {
    const explained = readText(page);

    expect(VARIABLES.filter(({ name }) => !explained.includes(`| \`${name}\` |`))).toEqual([]);
  });

  it.each(pages)('%s links only to what is there', (page) => {
    expect(deadLinks(page)).toEqual([]);
  });

  it.each(pages)('%s names only commands that exist', (page) => {
    const { scripts } = readJson('package.json') as { scripts: Record<string, string> };
    const named = [...readText(page).matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map(
      ([, script]) => script ?? '',
    );

    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it.each(pages)('%s names only files and folders that exist', (page) => {
    const named = [...readText(page).matchAll(/`((?:apps|libs|tools|docs)\/[\w./-]+)`/g)].map(
      ([, path]) => path ?? '',
    );

    expect(named.filter((path) => !existsSync(join(repositoryRoot, path)))).toEqual([]);
  });

  it.each(pages)('%s names only settings that some process reads', (page) => {
    const named = [...readText(page).matchAll(/\b(?:OW_[A-Z_]+|DATABASE_URL|NATS_URL)\b/g)];

    expect(named.map(([name]) => name).filter((name) => !code.includes(name))).toEqual([]);
  });

  it('keeps the words of the glossary the words of the code', () => {
    const rows = [...readText('docs/glossary.md').matchAll(/^\| [^|]+ \| [^|]+ \| `([^`]+)` \|/gm)];
    const names = rows.map(([, name]) => name ?? '');

    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => !code.includes(name))).toEqual([]);
  });

  it('describes every decision by options, the decision and its bad consequences', () => {
    const decisions = pages.filter((path) => /^docs\/decisions\/\d{4}-/.test(path));
    const incomplete = decisions.filter(
      (path) =>
        !['## Options', '## Decision', '## Bad consequences'].every((part) =>
          readText(path).includes(part),
        ),
    );

    const index = readText('docs/decisions/README.md');

    expect(decisions.length).toBeGreaterThan(0);
    expect(decisions.filter((path) => !index.includes(`(${basename(path)})`))).toEqual([]);
    expect(incomplete).toEqual([]);
    expect(
      decisions.filter((path) => readText(path).split('\n').length > LINES_OF_A_DECISION),
    ).toEqual([]);
  });
});
