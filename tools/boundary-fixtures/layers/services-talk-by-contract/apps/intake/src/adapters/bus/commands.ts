import { openCase } from '../../../../approval/src/use-cases/open-case.js';

export const accept = () => openCase();
