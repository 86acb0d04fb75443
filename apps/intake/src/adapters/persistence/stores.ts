import { defineStore, type AggregateStore } from '@onewindow/journal';
import { calendarYearStore } from '@onewindow/service';
import { APPLICATION, BUNDLE, CATALOGUE_ITEM, LOCKER_FILE } from '../../use-cases/aggregates.js';
import {
  applicationPublications,
  bundlePublications,
  calendarPublications,
  cataloguePublications,
  lockerPublications,
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
    kind: LOCKER_FILE,
    correlationOf: ({ applicationId }) => applicationId,
    publications: lockerPublications,
  }),
  calendarYearStore(calendarPublications),
  defineStore({ kind: BUNDLE, correlationOf: ({ id }) => id, publications: bundlePublications }),
];
