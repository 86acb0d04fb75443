import pg from 'pg';
import { armFault, Ledger, Sweeper, type FaultPoint } from '../../src/index.js';
import { NOW, thingStore, topology } from '../thing.js';
import { leastOf, THINGS_COUNT_AT_LEAST, type Ground } from './least.js';

/** One sweep as a process of its own: where the database is, how far things have to count, and where to die. */
const { SPEC_DATABASE: connectionString, SPEC_LEAST: least = '0', SPEC_POINT: point } = process.env;

const pool = new pg.Pool({ ...(connectionString !== undefined && { connectionString }) });
const common = {
  pool,
  stores: [thingStore],
  topology,
  self: 'intake-centre',
  now: () => NOW,
} as const;
const ledger = new Ledger(common);
if (point !== undefined) armFault(point as FaultPoint, 3);
await new Sweeper<Ground>({
  ...common,
  ledger,
  rederivations: [THINGS_COUNT_AT_LEAST],
  reference: leastOf(() => Number(least)),
  batch: 7,
}).sweep();
await ledger.close();
await pool.end();
