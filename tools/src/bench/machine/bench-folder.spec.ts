import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptFolder, filledWhole } from './bench-folder.js';

describe('A folder that is kept', () => {
  let parent: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'onewindow-kept-'));
  });
  afterEach(() => {
    rmSync(parent, { recursive: true });
  });

  it('is made, and taken up again once it was filled', async () => {
    const folder = keptFolder(join(parent, 'kept'));
    await filledWhole(folder, () => Promise.resolve());

    expect(keptFolder(folder)).toBe(folder);
  });

  it('is not taken up again where its filling was cut short', async () => {
    const folder = keptFolder(join(parent, 'kept'));
    const cutShort = filledWhole(folder, () => Promise.reject(new Error('no more room')));

    await expect(cutShort).rejects.toThrow('no more room');
    expect(() => keptFolder(folder)).toThrow(`cut short while it filled ${folder}`);
  });
});
