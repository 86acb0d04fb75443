import type { Cases } from '../use-cases/ports.js';

export const open = (cases: Cases) => cases.open();
