import { instantOf } from '@onewindow/kernel';
import { aFile, anApplication, anItem, OWNER } from '../../test/situations.js';
import type { HandedIn } from './filing.js';
import { storeReport, takenOut } from './locker.js';

const DELIVERED = instantOf('2026-05-12T10:00:00+08:00');
const on = (day: string) => instantOf(`${day}T10:00:00+08:00`);

const application = anApplication();
const withMonths = (validMonths?: number) => ({
  ...application,
  items: [
    {
      ...anItem(),
      materials: anItem().materials.map((each) => ({
        ...each,
        ...(validMonths !== undefined && { validMonths }),
      })),
    },
  ],
});

const stored = (validMonths?: number) =>
  storeReport(
    { projectNumber: 'ZJ-1', material: 'report', file: aFile('water'), deliveredAt: DELIVERED },
    withMonths(validMonths),
    DELIVERED,
  ).state;

const rulesOf = (taken: HandedIn) =>
  'unreadable' in taken ? taken.unreadable.map(({ rule }) => rule) : [];

const take = (material: string, found = stored(1), by = OWNER, day = '2026-06-12') =>
  takenOut({ material, path: 'fromLocker.0', found }, by, on(day));

describe('A file of the material locker', () => {
  it('belongs to the applicant of the application that it was made for', () => {
    expect(stored(1)).toMatchObject({
      id: `ZJ-1:${aFile('water').hash}`,
      owner: { account: 'lin.yue', creditCode: '91371500MA9YXW1T5X' },
      material: 'report',
      materialName: '检测报告',
      validUntil: '2026-06-12',
      applicationId: application.id,
    });
    expect(stored()).not.toHaveProperty('validUntil');
  });

  it('may be handed in by its owner or a colleague, until its last day', () => {
    const colleague = { ...OWNER, id: 'su.qing' };

    expect(take('report')).toMatchObject({ file: aFile('water'), uploadedBy: 'lin.yue' });
    expect(take('report', stored(1), colleague)).toMatchObject({ uploadedBy: 'su.qing' });
    expect(rulesOf(take('report', stored(1), OWNER, '2026-06-13'))).toEqual(['file-still-valid']);
    expect(rulesOf(take('report', stored(), OWNER, '2036-06-13'))).toEqual([]);
  });

  it('is told all that is wrong with it, and is not there for others', () => {
    expect(rulesOf(take('form', stored(1), OWNER, '2026-06-13'))).toEqual([
      'file-is-that-material',
      'file-still-valid',
    ]);
    const stranger = { ...OWNER, id: 'he.bo', organisation: '92370523MA9YXW2N21' };
    const nowhere = takenOut(
      { material: 'report', path: 'fromLocker.0', found: undefined },
      OWNER,
      DELIVERED,
    );
    expect(take('report', stored(1), stranger)).toEqual(nowhere);
  });
});
