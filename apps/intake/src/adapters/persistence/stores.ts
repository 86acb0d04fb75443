import { defineStore, type AggregateStore } from '@onewindow/journal';
import { APPLICATION, BUNDLE, CATALOGUE_ITEM } from '../../use-cases/aggregates.js';
import {
  applicationPublications,
  bundlePublications,
  cataloguePublications,
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
  defineStore({ kind: BUNDLE, correlationOf: ({ id }) => id, publications: bundlePublications }),
];
