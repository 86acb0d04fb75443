import { caseMutations } from './cases.js';
import { deliveryMutations } from './delivery.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [...deliveryMutations, ...caseMutations];
