import type { Provider } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Ledger } from '@onewindow/journal';
import type { Clock } from '@onewindow/kernel';
import { CLOCK, ENTITY_MANAGER, LEDGER, PLACE_RULES, type PlaceRules } from '@onewindow/service';
import { csv, json } from './adapters/catalogue-file/written.js';
import { ItemIndex } from './adapters/persistence/item-index.js';
import { PostgresSearchIndex } from './adapters/persistence/postgres-search-index.js';
import { ItemIndexer } from './adapters/search/item-indexer.js';
import { readPinyin } from './adapters/search/pinyin.js';
import {
  BUNDLE,
  BUNDLE_DRAFT,
  BUNDLE_EDITION,
  CATALOGUE_IMPORT,
  CATALOGUE_ITEM,
  GUIDANCE,
  GUIDANCE_VERSION,
  IMPLEMENTATION,
  ITEM_DRAFT,
  ITEM_VERSION,
  SYNONYMS,
  SYNONYMS_ID,
} from './use-cases/aggregates.js';
import { editionId } from './use-cases/publish-bundle.js';
import { guidanceVersionId } from './use-cases/publish-guidance.js';
import { BundlesView } from './views/bundles-view.js';
import { CatalogueFilesView } from './views/catalogue-files-view.js';
import { CatalogueViews } from './views/catalogue-views.js';
import { GuidanceView } from './views/guidance-view.js';
import { ImplementationEditions } from './views/implementation-editions.js';
import { PowersView } from './views/powers-view.js';
import { ItemSearch } from './views/item-search.js';

/** What answers about the catalogue. */
export const CATALOGUE = Symbol('catalogue');

/** The parts of intake that keep, search and show the catalogue; they belong to the composition root. */
export const catalogueProviders: readonly Provider[] = [
  {
    provide: ItemIndexer,
    inject: [ENTITY_MANAGER],
    useFactory: (em: EntityManager) => new ItemIndexer(new ItemIndex(em, readPinyin)),
  },
  {
    provide: ItemSearch,
    inject: [ENTITY_MANAGER, LEDGER, ItemIndexer],
    useFactory: (em: EntityManager, ledger: Ledger, indexer: ItemIndexer) =>
      new ItemSearch({
        index: new PostgresSearchIndex(em),
        synonyms: () => ledger.read(SYNONYMS, SYNONYMS_ID),
        read: readPinyin,
        catchUp: (queued) => indexer.catchUp(queued),
      }),
  },
  {
    provide: ImplementationEditions,
    inject: [ENTITY_MANAGER, LEDGER],
    useFactory: (em: EntityManager, ledger: Ledger) =>
      new ImplementationEditions(em, (id) => ledger.read(IMPLEMENTATION, id)),
  },
  {
    provide: CatalogueViews,
    inject: [ENTITY_MANAGER, LEDGER, PLACE_RULES, CLOCK, ImplementationEditions],
    useFactory: (
      em: EntityManager,
      ledger: Ledger,
      place: PlaceRules,
      now: Clock,
      editions: ImplementationEditions,
    ) =>
      new CatalogueViews(
        em,
        {
          item: (code) => ledger.read(CATALOGUE_ITEM, code),
          draft: (code) => ledger.read(ITEM_DRAFT, code),
          version: (id) => ledger.read(ITEM_VERSION, id),
          implementation: (id, on) => editions.on(id, on),
        },
        { disclosure: place.itemDisclosure, now },
      ),
  },
  {
    provide: CatalogueFilesView,
    inject: [ENTITY_MANAGER, LEDGER],
    useFactory: (em: EntityManager, ledger: Ledger) =>
      new CatalogueFilesView(em, (id) => ledger.read(CATALOGUE_IMPORT, id), { csv, json }),
  },
  {
    provide: CATALOGUE,
    inject: [
      CatalogueViews,
      CatalogueFilesView,
      ItemSearch,
      ENTITY_MANAGER,
      LEDGER,
      ImplementationEditions,
    ],
    useFactory: (
      catalogue: CatalogueViews,
      files: CatalogueFilesView,
      search: ItemSearch,
      em: EntityManager,
      ledger: Ledger,
      editions: ImplementationEditions,
    ) => ({
      catalogue,
      editions,
      files,
      search,
      guidance: new GuidanceView({
        guidance: (code) => ledger.read(GUIDANCE, code),
        version: (code, version) => ledger.read(GUIDANCE_VERSION, guidanceVersionId(code, version)),
        item: (code) => ledger.read(CATALOGUE_ITEM, code),
        bundle: (code) => ledger.read(BUNDLE, code),
      }),
      bundles: new BundlesView(em, {
        item: (code) => ledger.read(CATALOGUE_ITEM, code),
        bundle: (code) => ledger.read(BUNDLE, code),
        draft: (code) => ledger.read(BUNDLE_DRAFT, code),
        edition: (code, edition) => ledger.read(BUNDLE_EDITION, editionId(code, edition)),
      }),
      powers: new PowersView(em, (code) => ledger.read(CATALOGUE_ITEM, code)),
    }),
  },
];
