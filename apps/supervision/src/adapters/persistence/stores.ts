import { defineStore, type AggregateStore } from '@onewindow/journal';
import { calendarYearStore, knownItemStore } from '@onewindow/service';
import { HANDOVER } from '../../use-cases/aggregates.js';
import { publications } from '../bus/publications.js';

/** The aggregates that supervision writes. */
export const stores = (): readonly AggregateStore[] => [
  calendarYearStore(),
  knownItemStore(),
  defineStore({
    kind: HANDOVER,
    correlationOf: ({ applicationId }) => applicationId,
    publications,
  }),
];
