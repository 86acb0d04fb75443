import * as kernel from '../../kernel/src/index.js';

export const used = kernel;
