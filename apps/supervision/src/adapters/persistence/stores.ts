import { defineStore, type AggregateStore } from '@onewindow/journal';
import { HANDOVER } from '../../use-cases/aggregates.js';
import { publications } from '../bus/publications.js';

/** The aggregates that supervision writes. */
export const stores = (): readonly AggregateStore[] => [
  defineStore({
    kind: HANDOVER,
    correlationOf: ({ applicationId }) => applicationId,
    publications,
  }),
];
