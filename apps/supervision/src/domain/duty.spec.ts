import type { ItemNews } from '@onewindow/kernel';
import { concernsOneOf, dutyOf } from './duty.js';

const on = '2026-04-21';

const TRANSFERRED: ItemNews = {
  item: 'outdoor-advertising',
  edition: 2,
  name: '户外广告设置审批',
  status: 'in-force',
  from: on,
  type: 'administrative-permit',
  decidingAgency: 'bureau',
  decidingAgencyName: '行政审批服务局',
  supervisingDepartment: 'city-management',
  statutoryTerm: { unit: 'working-day', days: 20 },
  resultName: '许可证',
  intermediaryServices: [],
  changed: { how: 'transferred', on, formerAgency: 'forestry' },
};

describe('An item that was transferred', () => {
  it.each([
    ['bureau', 'decides'],
    ['city-management', 'supervises'],
    ['forestry', 'decided-before'],
  ] as const)('concerns %s, which %s', (department, duty) => {
    expect(concernsOneOf([department])(TRANSFERRED)).toBe(true);
    expect(dutyOf(department, TRANSFERRED)).toBe(duty);
  });

  it('does not concern a department that has nothing to do with it', () => {
    expect(concernsOneOf(['market-regulation', 'fire-rescue'])(TRANSFERRED)).toBe(false);
  });

  it('is supervised by whoever decides where nobody else is named', () => {
    const { supervisingDepartment: _, ...own } = TRANSFERRED;
    expect(dutyOf('city-management', own)).toBe('decided-before');
    expect(dutyOf('bureau', own)).toBe('decides');
  });
});
