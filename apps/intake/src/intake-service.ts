import type { ServiceDefinition } from '@onewindow/service';
import { BundleDrafts20261122 } from './adapters/persistence/migrations/2026-11-22-bundle-drafts.js';
import { Bundles20261122 } from './adapters/persistence/migrations/2026-11-22-bundles.js';
import { CatalogueNotices20261122 } from './adapters/persistence/migrations/2026-11-22-catalogue-notices.js';
import { CataloguePowers20261122 } from './adapters/persistence/migrations/2026-11-22-catalogue-powers.js';
import { CatalogueSearch20261122 } from './adapters/persistence/migrations/2026-11-22-catalogue-search.js';
import { CatalogueWords20261122 } from './adapters/persistence/migrations/2026-11-22-catalogue-words.js';
import { CatalogueVersions20261122 } from './adapters/persistence/migrations/2026-11-22-catalogue-versions.js';
import { CatalogueFiles20261122 } from './adapters/persistence/migrations/2026-11-22-catalogue-files.js';
import { CorrectedServices20261122 } from './adapters/persistence/migrations/2026-11-22-corrected-services.js';
import { Guidance20261122 } from './adapters/persistence/migrations/2026-11-22-guidance.js';
import { ImplementationEditions20261122 } from './adapters/persistence/migrations/2026-11-22-implementation-editions.js';
import { Locker20261122 } from './adapters/persistence/migrations/2026-11-22-locker.js';
import { Papers20261122 } from './adapters/persistence/migrations/2026-11-22-papers.js';
import { ProtectedDecisions20261122 } from './adapters/persistence/migrations/2026-11-22-protected-decisions.js';
import { PublishedDecisions20261122 } from './adapters/persistence/migrations/2026-11-22-published-decisions.js';
import { SearchLists20261122 } from './adapters/persistence/migrations/2026-11-22-search-lists.js';
import { Tables20261122 } from './adapters/persistence/migrations/2026-11-22-tables.js';
import { entities } from './adapters/persistence/rows.js';
import { stores } from './adapters/persistence/stores.js';

export const intakeService: ServiceDefinition = {
  service: 'intake',
  stores,
  entities,
  migrations: [
    Tables20261122,
    Locker20261122,
    CatalogueVersions20261122,
    CatalogueFiles20261122,
    CataloguePowers20261122,
    CatalogueSearch20261122,
    CatalogueWords20261122,
    Bundles20261122,
    Papers20261122,
    Guidance20261122,
    CatalogueNotices20261122,
    PublishedDecisions20261122,
    SearchLists20261122,
    ImplementationEditions20261122,
    BundleDrafts20261122,
    ProtectedDecisions20261122,
    CorrectedServices20261122,
  ],
};
