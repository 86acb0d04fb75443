import { readFileSync } from 'node:fs';
import { verifyDraw } from './verify-draw.js';

const { text, errors, exitCode } = verifyDraw(process.argv.slice(2), (path) =>
  readFileSync(path, 'utf8'),
);
if (text !== '') process.stdout.write(`${text}\n`);
if (errors !== '') process.stderr.write(`${errors}\n`);
process.exitCode = exitCode;
