import { prove } from '../proof/prove.js';
import { checkSteps } from '../proof/steps.js';

process.exitCode = await prove(checkSteps, process.argv.slice(2));
