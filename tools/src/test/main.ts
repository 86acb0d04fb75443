import { prove } from '../proof/prove.js';
import { testSteps } from '../proof/steps.js';

process.exitCode = await prove(testSteps, process.argv.slice(2));
