import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '@onewindow/local-servers';
import { generatedFiles } from './generated-files.js';
import { staleFiles } from './stale-files.js';

/** Renews what is generated from contracts and lifecycles; `--check` only tells what is stale, with exit code 1. */
const root = workspaceRoot();
const isCheck = process.argv.includes('--check');
const stale = staleFiles(root, await generatedFiles(root, 'dist'));

for (const { path, text } of stale) {
  if (!isCheck) writeFileSync(join(root, path), text);
  console.log(`${path} ${isCheck ? 'is stale' : 'renewed'}`);
}
if (stale.length === 0) console.log('Everything generated is as it must be.');
else if (isCheck) {
  console.error('Run npm run generate and commit what it writes.');
  process.exitCode = 1;
}
