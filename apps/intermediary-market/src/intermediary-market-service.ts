import { knownItem, KnownItems20261122, type ServiceDefinition } from '@onewindow/service';
import { Tables20261122 } from './adapters/persistence/migrations/2026-11-22-tables.js';
import { entities } from './adapters/persistence/rows.js';
import { stores } from './adapters/persistence/stores.js';

export const intermediaryMarketService: ServiceDefinition = {
  service: 'intermediary-market',
  stores,
  entities: [...entities, knownItem],
  migrations: [Tables20261122, KnownItems20261122],
};
