// node libs/journal/bench/run.mjs [commit|storm]: measured on a PostgreSQL of its own with full durability.
import { loadSources } from '../../testing/src/load-sources.mjs';

loadSources();
await import(process.argv[2] === 'storm' ? './storm.bench.ts' : './commit.bench.ts');
