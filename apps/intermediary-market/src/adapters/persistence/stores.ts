import { defineStore, type AggregateStore } from '@onewindow/journal';
import { calendarYearStore, knownItemStore } from '@onewindow/service';
import {
  AGENCY,
  LISTED_SERVICE,
  NEED,
  PROJECT,
  SIGN_UP_REGISTER,
} from '../../use-cases/aggregates.js';
import {
  agencyPublications,
  needPublications,
  projectPublications,
  registerPublications,
  servicePublications,
} from '../bus/publications.js';

/** The aggregates that the market writes. */
export const stores = (): readonly AggregateStore[] => [
  calendarYearStore(),
  knownItemStore(),
  defineStore({
    kind: PROJECT,
    // What a project is published for belongs to its application.
    correlationOf: ({ id, need }) => need?.applicationId ?? id,
    publications: projectPublications,
  }),
  defineStore({
    kind: SIGN_UP_REGISTER,
    correlationOf: ({ secretName }) => secretName,
    publications: registerPublications,
  }),
  defineStore({ kind: AGENCY, correlationOf: ({ id }) => id, publications: agencyPublications }),
  defineStore({
    kind: NEED,
    correlationOf: ({ applicationId }) => applicationId,
    publications: needPublications,
  }),
  defineStore({
    kind: LISTED_SERVICE,
    correlationOf: ({ id }) => id,
    publications: servicePublications,
  }),
];
