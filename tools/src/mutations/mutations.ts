import { caseMutations } from './cases.js';
import { deliveryMutations } from './delivery.js';
import { movingMutations } from './moving.js';
import type { Mutation } from './mutation.js';
import { peopleMutations } from './people.js';
import { stageMutations } from './stages.js';

export const mutations: readonly Mutation[] = [
  ...deliveryMutations,
  ...caseMutations,
  ...stageMutations,
  ...movingMutations,
  ...peopleMutations,
];
