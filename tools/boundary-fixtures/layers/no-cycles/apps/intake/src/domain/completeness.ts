import { needed } from './application.js';

export const isComplete = (materials: string[]) => needed.every((name) => materials.includes(name));
