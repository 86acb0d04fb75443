export * from './aggregates/aggregate-store.js';
export * from './aggregates/publications.js';
export { askingDatabase } from './database-errors.js';
export * from './deadlines/deadline-runner.js';
export * from './deadlines/on-deadline.js';
export * from './fault-points.js';
export { currentCause, withCause, type Cause } from './ledger/cause.js';
export {
  Ledger,
  type Committed,
  type LedgerOptions,
  type Performed,
  type References,
} from './ledger/ledger.js';
export type { Receipt } from './ledger/marks.js';
export { journalRefusals } from './refusals.js';
export * from './schema/aggregate-table.js';
export { canonicalJson } from './hashing/canonical-json.js';
export * from './operations/figures.js';
export * from './operations/parked.js';
export * from './operations/simulated-clock.js';
export * from './operations/trace.js';
export * from './reader/route-reader.js';
export * from './reader/subscription.js';
export { PARKED_REDERIVATION } from './rederivation/parked-rederivations.js';
export * from './rederivation/rederivation.js';
export * from './rederivation/sweeper.js';
export * from './relay/relay.js';
export * from './relay/route-protocol.js';
export * from './schema/journal-tables.js';
export * from './schema/reference-tables.js';
export type { JournalFault } from './verify/fault.js';
export * from './verify/verify-journal.js';
