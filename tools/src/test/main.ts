import { prove } from '../proof/prove.js';
import { checkSteps, serverSteps } from '../proof/steps.js';

process.exitCode = await prove([...checkSteps, ...serverSteps], process.argv.slice(2));
