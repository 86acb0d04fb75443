import { legalDate } from '@onewindow/kernel';
import { givesWay } from './item-version.js';

const day = legalDate('2027-01-01');
const version = (number: number, inForceFrom = day) => ({ number, inForceFrom });

describe('A published version whose day has come', () => {
  it('gives way to a later one of the same day', () => {
    expect(givesWay(version(2), version(3))).toBe(true);
  });

  it('replaces an earlier one of the same day', () => {
    expect(givesWay(version(3), version(2))).toBe(false);
  });

  it('replaces one that was published later but holds since an earlier day', () => {
    expect(givesWay(version(2), version(3, legalDate('2026-12-01')))).toBe(false);
  });

  it('replaces nothing where nothing is in force', () => {
    expect(givesWay(version(1), undefined)).toBe(false);
  });
});
