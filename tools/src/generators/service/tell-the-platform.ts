import type { Tree } from '@nx/devkit';
import { editFile, textOf } from '../edit-file.js';
import { withElement, withImport, withProperty } from '../source-edit.js';
import type { Spelling } from '../spelling.js';

const contracts = 'libs/contracts/src';
const samples = 'libs/contracts/samples';
/** A service whose samples of the operations serve as the pattern. */
const PATTERN = 'supervision';
const OPERATIONS = [
  'clock-state',
  'confirm',
  'journal-figures',
  'journal-trace',
  'list-parked',
  'replay',
  'resume-effects',
  'retry-parked',
  'set-clock',
];

/** Enters a service wherever all services are listed. */
export function tellThePlatform(tree: Tree, { kebab, camel }: Spelling): void {
  const named = `'${kebab}'`;
  editFile(tree, `${contracts}/contract.ts`, withElement('SERVICES', named));
  editFile(tree, `${contracts}/operations/operations.ts`, withElement('JOURNAL_SERVICES', named));
  editFile(
    tree,
    `${contracts}/catalogue.ts`,
    withImport(`import * as ${camel} from './${kebab}/index.js';`),
    withElement('exported', camel),
  );
  editFile(tree, `${contracts}/index.ts`, withLine(`export * from './${kebab}/index.js';`));
  editFile(
    tree,
    `${contracts}/documents/openapi.ts`,
    withElement('TAGS', `{ name: ${named}, description: '${kebab}' }`),
  );
  editFile(tree, `${contracts}/intake/application-accepted.v1.ts`, withElement('heardBy', named));
  editFile(tree, 'tools/src/platform/programs.ts', withProperty('HEAP_MB', `${named}: 160`));
  editFile(
    tree,
    'apps/system-tests/src/matrix/bus/questions.ts',
    withProperty('NEIGHBOUR', `${named}: 'intake-centre'`),
  );
  for (const operation of OPERATIONS) copySample(tree, operation, kebab);
}

function copySample(tree: Tree, operation: string, service: string): void {
  const pattern = textOf(tree, `${samples}/${PATTERN}.${operation}.v1.json`);
  tree.write(
    `${samples}/${service}.${operation}.v1.json`,
    pattern.replaceAll(new RegExp(`"${PATTERN}-[a-z-]+"`, 'g'), `"${service}-centre"`),
  );
}

/** In the alphabetical order of the lines. */
const withLine = (line: string) => (text: string) =>
  `${[...text.trimEnd().split('\n'), line].sort().join('\n')}\n`;
