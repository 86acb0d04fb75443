import { isComplete } from './completeness.js';

export const accept = (materials: string[]) => isComplete(materials);
export const needed = ['site-plan'];
