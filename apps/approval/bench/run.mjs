// node apps/approval/bench/run.mjs: fills the database of an approval service with cases; `npm run bench -- approval` does.
import { loadSources } from '../../../libs/testing/src/load-sources.mjs';

loadSources();
await import('./load-cases.ts');
