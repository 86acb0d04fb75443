import { caseMutations } from './cases.js';
import { deliveryMutations } from './delivery.js';
import type { Mutation } from './mutation.js';
import { processMutations } from './processes.js';

export const mutations: readonly Mutation[] = [
  ...deliveryMutations,
  ...caseMutations,
  ...processMutations,
];
