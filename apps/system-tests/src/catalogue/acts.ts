import type { FindImportReply, ImportCatalogueReply } from '@onewindow/contracts';
import { fullItem, until } from '@onewindow/tools';
import type { City } from '../a-city.js';

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
