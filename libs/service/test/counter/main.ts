import { startService } from '../../src/index.js';
import { CounterModule, counterService } from './counter.js';
import { TallyModule, tallyService } from './tally.js';

/** One program for both, told by its first argument which one to be. */
if (process.argv[2] === 'counter') await startService(CounterModule, counterService);
else await startService(TallyModule, tallyService);
