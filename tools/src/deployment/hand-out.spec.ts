import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HandOut } from './hand-out.js';

describe('Handing out secrets', () => {
  let root: string;
  let handOut: HandOut;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'onewindow-hand-out-'));
    mkdirSync(join(root, 'intake-centre'));
    handOut = new HandOut(root, undefined);
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const given = (name: string) => join(root, 'intake-centre', name);

  it('gives a file that its reader and its group can read, and nobody can write', () => {
    handOut.write('intake-centre', 'topology.json', '{}');

    expect(readFileSync(given('topology.json'), 'utf8')).toBe('{}');
    expect(statSync(given('topology.json')).mode & 0o777).toBe(0o440);
  });

  it('copies under the name that the reader knows', () => {
    const kept = join(root, 'database-centre.password');
    writeFileSync(kept, 'secret', { mode: 0o600 });

    handOut.copy('intake-centre', kept, 'superuser.password');

    expect(readFileSync(given('superuser.password'), 'utf8')).toBe('secret');
  });

  it('gives again what was given, and clears away what an earlier run left half done', () => {
    handOut.write('intake-centre', 'topology.json', 'old');
    writeFileSync(given('.topology.json'), 'half', { mode: 0o440 });

    handOut.write('intake-centre', 'topology.json', 'new');

    expect(readFileSync(given('topology.json'), 'utf8')).toBe('new');
    expect(readdirSync(join(root, 'intake-centre'))).toEqual(['topology.json']);
  });

  it('makes no folder for a container that mounts none: what lay there would be lost', () => {
    expect(() => handOut.write('gateway-centre', 'topology.json', '{}')).toThrow(
      /nothing is mounted for gateway-centre/,
    );
    expect(existsSync(join(root, 'gateway-centre'))).toBe(false);
  });
});
