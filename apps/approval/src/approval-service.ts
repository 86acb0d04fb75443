import { KnownItems20261122, type ServiceDefinition } from '@onewindow/service';
import { Tables20261122 } from './adapters/persistence/migrations/2026-11-22-tables.js';
import { Opinions20261122 } from './adapters/persistence/migrations/2026-11-22-opinions.js';
import { Processes20261122 } from './adapters/persistence/migrations/2026-11-22-processes.js';
import { Officers20261122 } from './adapters/persistence/migrations/2026-11-22-officers.js';
import { Lists20261122 } from './adapters/persistence/migrations/2026-11-22-lists.js';
import { Searches20261122 } from './adapters/persistence/migrations/2026-11-22-searches.js';
import { Undecided20261122 } from './adapters/persistence/migrations/2026-11-22-undecided.js';
import { Acceptance20261122 } from './adapters/persistence/migrations/2026-11-22-acceptance.js';
import { entities } from './adapters/persistence/entities.js';
import { stores } from './adapters/persistence/stores.js';

export const approvalService: ServiceDefinition = {
  service: 'approval',
  stores,
  entities,
  migrations: [
    Tables20261122,
    Opinions20261122,
    Processes20261122,
    Officers20261122,
    KnownItems20261122,
    Undecided20261122,
    Lists20261122,
    Acceptance20261122,
    Searches20261122,
  ],
};
