import { HUB_ACCOUNT, type Topology } from '@onewindow/contracts';

/** 海棠市, a city that does not exist; its region code is not assigned to any. */
export const CITY = Object.freeze({ name: '海棠市', region: '379900' });

/** One service centre, one approval bureau, and two departments that each run their own supervision. */
export const CITY_TOPOLOGY: Topology = {
  region: CITY.region,
  participants: [
    { service: 'intake', instance: 'centre', account: HUB_ACCOUNT },
    { service: 'approval', instance: 'bureau', account: HUB_ACCOUNT },
    { service: 'intermediary-market', instance: 'centre', account: HUB_ACCOUNT },
    { service: 'gateway', instance: 'centre', account: HUB_ACCOUNT },
    { service: 'provisioner', instance: 'centre', account: HUB_ACCOUNT },
    {
      service: 'supervision',
      instance: 'market-regulation',
      account: 'MARKET_REGULATION',
      departments: ['market-regulation'],
    },
    {
      service: 'supervision',
      instance: 'city-management',
      account: 'CITY_MANAGEMENT',
      departments: ['city-management'],
    },
  ],
};
