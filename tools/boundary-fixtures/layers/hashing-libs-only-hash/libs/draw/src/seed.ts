import { randomBytes } from 'node:crypto';

export const seed = () => randomBytes(32).toString('hex');
