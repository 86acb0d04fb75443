import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JOURNAL_SERVICES, tokenOf } from '@onewindow/contracts';
import { Ed25519Seal, isGenuineSeal, publicHalf } from '@onewindow/documents';
import { CITY_TOPOLOGY } from '../demonstration/city.js';
import { openDataFolder } from '../platform/data-folder.js';
import { makeDatabasePasswords, databaseOf } from '../platform/databases.js';
import { makeSealKeys, sealKeysIn } from '../platform/seal-keys.js';
import { databasesIn } from '../verify/verify-listed.js';
import { HandOut } from './hand-out.js';
import { FILES_IN_CONTAINERS, handOutVerification } from './hand-out-verification.js';

const KEEPERS = CITY_TOPOLOGY.participants
  .filter(({ service }) => JOURNAL_SERVICES.some((each) => each === service))
  .map(tokenOf);
const SEALED = {
  reference: '379900-20260420-000001',
  agency: '海棠市行政审批服务局',
  digest: 'a'.repeat(64),
  sealedAt: '2026-04-20T01:00:00.000Z',
};

describe('What the one who verifies is handed', () => {
  let root: string;
  let handed: (name: string) => string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'onewindow-verification-'));
    mkdirSync(join(root, 'hand-out', 'verify'), { recursive: true });
    handed = (name) => join(root, 'hand-out', 'verify', name);
    const folder = openDataFolder(join(root, 'kept'));
    for (const token of KEEPERS) {
      makeDatabasePasswords(databaseOf(token, 'postgresql://postgres@here/', folder));
    }
    handOutVerification(
      { handOut: new HandOut(join(root, 'hand-out'), undefined), topology: CITY_TOPOLOGY },
      folder,
    );
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('is every database, and where the papers of intake have their files and seals', () => {
    const listed = databasesIn(handed('databases.json'));

    expect(listed.map(([token]) => token)).toEqual(KEEPERS);
    expect(listed.flatMap(([token, , beside]) => (beside ? [[token, beside]] : []))).toEqual([
      [
        'intake-centre',
        { files: FILES_IN_CONTAINERS, sealKeys: handed('intake-centre.seal-keys.json') },
      ],
    ]);
  });

  it('tells a genuine seal, and cannot make one', async () => {
    const folder = openDataFolder(join(root, 'kept'));
    const own = makeSealKeys('intake-centre', folder);
    const impression = await new Ed25519Seal(sealKeysIn(own)).impress(SEALED);
    const given = sealKeysIn(handed('intake-centre.seal-keys.json'));
    const key = publicHalf(given, impression?.keyId ?? '');

    expect(isGenuineSeal(SEALED, impression!, key!)).toBe(true);
    expect(isGenuineSeal({ ...SEALED, agency: '他机关' }, impression!, key!)).toBe(false);
    expect(given.map((each) => Object.keys(each))).toEqual([['kty', 'crv', 'x', 'kid']]);
    expect(() => new Ed25519Seal(given)).toThrow();
  });

  it('follows the keys that an operator has added for an agency of its own', () => {
    const folder = openDataFolder(join(root, 'kept'));
    const own = folder.secret('intake-centre', 'seal-keys.json');
    const [first] = sealKeysIn(own);
    const added = { ...first!, kid: 'fire', agency: '海棠市消防救援大队' };
    writeFileSync(own, JSON.stringify({ keys: [first, added] }));
    handOutVerification(
      { handOut: new HandOut(join(root, 'hand-out'), undefined), topology: CITY_TOPOLOGY },
      folder,
    );

    expect(
      sealKeysIn(handed('intake-centre.seal-keys.json')).map(({ kid, agency }) => [kid, agency]),
    ).toEqual([
      ['intake-centre.seal', undefined],
      ['fire', '海棠市消防救援大队'],
    ]);
  });
});
