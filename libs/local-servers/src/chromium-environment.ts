import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * In which an unpacked browser finds what an installation would have put into the system: its libraries, some of which lie
 * in folders that only their own package knows, and its fonts beside those of the system.
 */
export function environmentIn(root: string): Readonly<Record<string, string>> {
  const fonts = join(root, 'fonts-of-both.conf');
  writeFileSync(fonts, fontsOfBoth(root));
  return { LD_LIBRARY_PATH: libraryFolders(root).join(':'), FONTCONFIG_FILE: fonts };
}

function libraryFolders(root: string): readonly string[] {
  const folders = ['usr/lib', 'lib'].flatMap((top) => librariesBelow(join(root, top)));
  return [...new Set(folders)].sort();
}

function librariesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => /^lib.*\.so(\.|$)/.test(name))
    .map(({ parentPath }) => parentPath);
}

const fontsOfBoth = (root: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${join(root, 'usr', 'share', 'fonts')}</dir>
  <cachedir>${join(root, 'fonts-cache')}</cachedir>
</fontconfig>
`;
