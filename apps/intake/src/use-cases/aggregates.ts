import { aggregateKind } from '@onewindow/kernel';
import type { BundleDraft, BundleDraftEvent } from '../domain/catalogue/bundle-draft.js';
import type {
  CatalogueImport,
  CatalogueImportEvent,
} from '../domain/catalogue/catalogue-import.js';
import type {
  CatalogueNotice,
  CatalogueNoticeEvent,
} from '../domain/catalogue/catalogue-notice.js';
import type {
  ImplementationEdition,
  ImplementationEditionEvent,
  ImplementationEvent,
  StoredImplementation,
} from '../domain/catalogue/implementation-edition.js';
import type { ItemDraft, ItemDraftEvent } from '../domain/catalogue/item-draft.js';
import type { ItemVersion, ItemVersionEvent } from '../domain/catalogue/item-version.js';
import type { Application, ApplicationEvent } from '../domain/application.js';
import type { SynonymEvent, Synonyms } from '../domain/search/synonyms.js';
import type {
  Guidance,
  GuidanceEvent,
  GuidanceVersion,
  GuidanceVersionEvent,
} from '../domain/guidance/guidance.js';
import type { LockerFile, LockerFileEvent } from '../domain/locker.js';
import type {
  Bundle,
  BundleEdition,
  BundleEditionEvent,
  BundleEvent,
  CatalogueItem,
  CatalogueItemEvent,
} from '../domain/service-item.js';

export const APPLICATION = aggregateKind<Application, ApplicationEvent>('application');
export const CATALOGUE_ITEM = aggregateKind<CatalogueItem, CatalogueItemEvent>('catalogue-item');
export const ITEM_DRAFT = aggregateKind<ItemDraft, ItemDraftEvent>('item-draft');
export const ITEM_VERSION = aggregateKind<ItemVersion, ItemVersionEvent>('item-version');
export const IMPLEMENTATION = aggregateKind<StoredImplementation, ImplementationEvent>(
  'implementation',
);
export const IMPLEMENTATION_EDITION = aggregateKind<
  ImplementationEdition,
  ImplementationEditionEvent
>('implementation-edition');
export const CATALOGUE_IMPORT = aggregateKind<CatalogueImport, CatalogueImportEvent>(
  'catalogue-import',
);
export const CATALOGUE_NOTICE = aggregateKind<CatalogueNotice, CatalogueNoticeEvent>(
  'catalogue-notice',
);
export const LOCKER_FILE = aggregateKind<LockerFile, LockerFileEvent>('locker-file');
export const SYNONYMS = aggregateKind<Synonyms, SynonymEvent>('synonyms');
export const BUNDLE = aggregateKind<Bundle, BundleEvent>('bundle');
export const BUNDLE_DRAFT = aggregateKind<BundleDraft, BundleDraftEvent>('bundle-draft');
export const BUNDLE_EDITION = aggregateKind<BundleEdition, BundleEditionEvent>('bundle-edition');

/** There is one table of synonyms. */
export const SYNONYMS_ID = 'catalogue';

export const GUIDANCE = aggregateKind<Guidance, GuidanceEvent>('guidance');
export const GUIDANCE_VERSION = aggregateKind<GuidanceVersion, GuidanceVersionEvent>(
  'guidance-version',
);

/** The deadlines of an application. */
export const ANSWER_DEADLINE = 'answer';
export const CORRECTION_DEADLINE = 'correction';

/** Due at once: the numbers that the register has drawn are told. */
export const NUMBERS_DEADLINE = 'numbers';

/** The day on which a published version of an item, or an edition of an implementation, applies. */
export const IN_FORCE_DEADLINE = 'in-force';

/** Due at once: the file is judged and taken. */
export const IMPORT_DEADLINE = 'import';

/** The day on which a cancelled item ends. */
export const RETIREMENT_DEADLINE = 'retirement';
