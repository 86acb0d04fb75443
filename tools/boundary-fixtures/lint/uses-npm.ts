import * as pg from 'pg';

export const used = pg;
