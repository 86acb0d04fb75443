import type { Tree } from '@nx/devkit';

/** Changes a file that has to be there. */
export function editFile(
  tree: Tree,
  path: string,
  ...edits: readonly ((text: string) => string)[]
) {
  tree.write(
    path,
    edits.reduce((text, edit) => edit(text), textOf(tree, path)),
  );
}

export function textOf(tree: Tree, path: string): string {
  const text = tree.read(path, 'utf8');
  if (text === null) throw new Error(`There is no ${path}.`);
  return text;
}
