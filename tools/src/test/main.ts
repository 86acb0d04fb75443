import { interruption } from '../proof/interruption.js';
import { prove } from '../proof/prove.js';
import { testSteps } from '../proof/steps.js';

process.exitCode = await prove(testSteps, {
  names: process.argv.slice(2),
  interrupted: interruption(),
});
