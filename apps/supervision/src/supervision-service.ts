import { knownItem, KnownItems20261122, type ServiceDefinition } from '@onewindow/service';
import { handover } from './adapters/persistence/handover.row.js';
import { Tables20261122 } from './adapters/persistence/migrations/2026-11-22-tables.js';
import { stores } from './adapters/persistence/stores.js';

export const supervisionService: ServiceDefinition = {
  service: 'supervision',
  stores,
  entities: [handover, knownItem],
  migrations: [Tables20261122, KnownItems20261122],
};
