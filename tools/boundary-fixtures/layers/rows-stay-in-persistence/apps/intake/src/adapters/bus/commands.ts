import type { ApplicationRow } from '../persistence/application.row.js';

export const reply = (row: ApplicationRow) => row;
