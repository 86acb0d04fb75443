import type { Rolldown } from 'vite';
import type { EarlyFetches } from '../src/early/early-fetches.js';
import { PAGE_NEEDS } from '../src/early/page-needs.js';
import { PAGE_PATHS } from '../src/page-paths.js';

type Chunk = Rolldown.OutputChunk & {
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
};

/** For each page the files that the document does not name already, and what the page asks first. */
export function earlyFetches(bundle: Rolldown.OutputBundle): EarlyFetches {
  const chunks = Object.values(bundle).filter((each): each is Chunk => each.type === 'chunk');
  const named = filesOf(
    chunks,
    chunks.filter(({ isEntry }) => isEntry),
  );
  return Object.entries(PAGE_NEEDS).map(([page, { modules, questions }]) => {
    const own = filesOf(
      chunks,
      modules.map((module) => chunkOf(chunks, module)),
    );
    const files = [...own].filter((file) => !named.has(file)).map((file) => `/${file}`);
    return [PAGE_PATHS[page as keyof typeof PAGE_PATHS], [...files, ...questions]];
  });
}

function chunkOf(chunks: readonly Chunk[], module: string): Chunk {
  const found = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/src/${module}`));
  if (found === undefined) throw new TypeError(`${module} is no page that is fetched on its own`);
  return found;
}

/** The chunks with everything that they import, and the styles of all of it. */
function filesOf(chunks: readonly Chunk[], from: readonly Chunk[]): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = ({ fileName, imports, viteMetadata }: Chunk): void => {
    if (files.has(fileName)) return;
    files.add(fileName);
    for (const style of viteMetadata?.importedCss ?? []) files.add(style);
    for (const each of chunks) if (imports.includes(each.fileName)) visit(each);
  };
  from.forEach(visit);
  return files;
}
