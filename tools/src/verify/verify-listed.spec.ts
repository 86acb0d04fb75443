import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databasesIn } from './verify-listed.js';

describe('A list of databases to verify', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'onewindow-list-'))));
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const list = (text: string): string => {
    const file = join(folder, 'databases.json');
    writeFileSync(file, text);
    return file;
  };

  it('gives the URL of each participant, with the password from the file beside the list', () => {
    writeFileSync(join(folder, 'intake.password'), 'a/b c\n');
    const file = list(
      JSON.stringify({
        'intake-centre': { url: 'postgresql://i@centre:5432/i', passwordFile: 'intake.password' },
        'approval-bureau': { url: 'postgresql://a:open@centre/a' },
      }),
    );

    expect(databasesIn(file)).toEqual([
      ['intake-centre', 'postgresql://i:a%2Fb%20c@centre:5432/i'],
      ['approval-bureau', 'postgresql://a:open@centre/a'],
    ]);
  });

  it('names the files and the keys of seals that papers are held against, beside the list', () => {
    const url = 'postgresql://i:open@centre/i';
    const file = list(
      JSON.stringify({
        'intake-centre': { url, filesDir: 'files', sealKeysFile: '/keys/seal.json' },
      }),
    );

    expect(databasesIn(file)).toEqual([
      ['intake-centre', url, { files: join(folder, 'files'), sealKeys: '/keys/seal.json' }],
    ]);
  });

  it.each([
    ['no JSON', 'postgresql://centre'],
    ['empty', '{}'],
    ['without an address', '{"intake-centre": {}}'],
    ['with a password file that is not there', '{"x": {"url": "pg://x", "passwordFile": "gone"}}'],
  ])('is refused, and named, when it is %s', (_, text) => {
    const file = list(text);

    expect(() => databasesIn(file)).toThrow(
      expect.objectContaining({
        code: 'list-not-usable',
        unmet: [expect.objectContaining({ path: '--databases' })],
      }) as Error,
    );
  });
});
