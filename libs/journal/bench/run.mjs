// node libs/journal/bench/run.mjs: what the ledger commits in a second, on a PostgreSQL of its own with full durability.
import { loadSources } from '../../testing/src/load-sources.mjs';

loadSources();
await import('./commit.bench.ts');
