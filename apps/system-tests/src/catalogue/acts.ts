import { fullItem } from '@onewindow/tools';

/** An item with everything that a guide prints. */
export const anItem = (code: string, name: string, agency = 'city-management') =>
  fullItem({
    code,
    name,
    resultName: `${name}证`,
    keywords: [],
    agency,
    agencyName: agency === 'bureau' ? '海棠市行政审批服务局' : '海棠市城市管理局',
    theme: 'city',
    at: 0,
  });
