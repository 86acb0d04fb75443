import { interruption } from '../proof/interruption.js';
import { prove } from '../proof/prove.js';
import { checkSteps } from '../proof/steps.js';

process.exitCode = await prove(checkSteps, {
  names: process.argv.slice(2),
  interrupted: interruption(),
});
