import { defineStore, type AggregateStore } from '@onewindow/journal';
import { calendarYearStore } from '@onewindow/service';
import {
  APPLICATION,
  BUNDLE,
  BUNDLE_DRAFT,
  BUNDLE_EDITION,
  CATALOGUE_IMPORT,
  CATALOGUE_ITEM,
  CATALOGUE_NOTICE,
  GUIDANCE,
  GUIDANCE_VERSION,
  IMPLEMENTATION,
  IMPLEMENTATION_EDITION,
  ITEM_DRAFT,
  ITEM_VERSION,
  LOCKER_FILE,
  SYNONYMS,
} from '../../use-cases/aggregates.js';
import { itemOfImplementation } from '../../domain/catalogue/implementation.js';
import {
  applicationPublications,
  bundleDraftPublications,
  bundleEditionPublications,
  bundlePublications,
  calendarPublications,
  cataloguePublications,
  draftPublications,
  guidancePublications,
  guidanceVersionPublications,
  implementationEditionPublications,
  implementationPublications,
  importPublications,
  lockerPublications,
  noticePublications,
  synonymPublications,
  versionPublications,
} from '../bus/publications.js';

/** The aggregates that intake writes. */
export const stores = (): readonly AggregateStore[] => [
  defineStore({
    kind: APPLICATION,
    correlationOf: ({ id }) => id,
    publications: applicationPublications,
  }),
  defineStore({
    kind: CATALOGUE_ITEM,
    correlationOf: ({ id }) => id,
    publications: cataloguePublications,
  }),
  defineStore({
    kind: IMPLEMENTATION,
    correlationOf: ({ id }) => itemOfImplementation(id),
    publications: implementationPublications,
  }),
  defineStore({
    kind: IMPLEMENTATION_EDITION,
    correlationOf: ({ implementation }) => itemOfImplementation(implementation),
    publications: implementationEditionPublications,
  }),
  defineStore({
    kind: CATALOGUE_IMPORT,
    correlationOf: ({ id }) => id,
    publications: importPublications,
  }),
  defineStore({
    kind: CATALOGUE_NOTICE,
    correlationOf: ({ id }) => `catalogue:${id}`,
    publications: noticePublications,
  }),
  defineStore({ kind: ITEM_DRAFT, correlationOf: ({ id }) => id, publications: draftPublications }),
  defineStore({
    kind: ITEM_VERSION,
    correlationOf: ({ code }) => code,
    publications: versionPublications,
  }),
  defineStore({
    kind: LOCKER_FILE,
    correlationOf: ({ applicationId }) => applicationId,
    publications: lockerPublications,
  }),
  defineStore({
    kind: SYNONYMS,
    correlationOf: ({ id }) => `synonyms:${id}`,
    publications: synonymPublications,
  }),
  calendarYearStore(calendarPublications),
  defineStore({ kind: BUNDLE, correlationOf: ({ id }) => id, publications: bundlePublications }),
  defineStore({
    kind: BUNDLE_DRAFT,
    correlationOf: ({ id }) => id,
    publications: bundleDraftPublications,
  }),
  defineStore({
    kind: GUIDANCE,
    correlationOf: ({ id }) => id,
    publications: guidancePublications,
  }),
  defineStore({
    kind: GUIDANCE_VERSION,
    correlationOf: ({ code }) => code,
    publications: guidanceVersionPublications,
  }),
  defineStore({
    kind: BUNDLE_EDITION,
    correlationOf: ({ code }) => code,
    publications: bundleEditionPublications,
  }),
];
