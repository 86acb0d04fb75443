import { dirname, join } from 'node:path';
import { formatFiles, generateFiles, logger, type Tree } from '@nx/devkit';
import { editFile, textOf } from '../edit-file.js';
import {
  propertiesOf,
  withAlternative,
  withFieldSetInConstructor,
  withImport,
  withProperty,
} from '../source-edit.js';
import { isReserved, spellingOf } from '../spelling.js';
import { aggregateIn, moduleFrom } from './aggregate-in.js';

export interface UseCaseOptions {
  readonly service: string;
  readonly name: string;
  readonly aggregate: string;
  readonly from: string;
  readonly to: string;
  readonly fact: string;
}

/** `nx g @onewindow/tools:use-case`: one step of a lifecycle, from the transition table to the table of contents. */
export default async function generateUseCase(tree: Tree, options: UseCaseOptions): Promise<void> {
  const { service, aggregate, from, to, fact } = options;
  const useCase = spellingOf('The name of a use case', options.name);
  const words = spellingOf('The name of an aggregate', aggregate);
  [from, to, fact].forEach((each) => spellingOf('A status or a fact', each));
  const useCases = `apps/${service}/src/use-cases`;
  const found = aggregateIn(tree, service, words);
  const decision = join(dirname(found.lifecycleFile), `${useCase.kebab}.ts`);
  const file = join(useCases, `${useCase.kebab}.ts`);
  for (const path of [decision, file]) if (tree.exists(path)) throw new Error(`${path} is there.`);
  const verb = spellingOf('An action', useCase.kebab.replace(`-${aggregate}`, ''));
  const action = verb.camel;

  const parts = {
    name: useCase.kebab,
    useCase: useCase.camel,
    title: `${useCase.words.charAt(0).toUpperCase()}${useCase.words.slice(1)}`,
    Service: spellingOf('The name of a service', service).pascal,
    aggregate,
    aggregateVar: words.camel,
    subject: isReserved(words.camel) ? 'found' : words.camel,
    decide: isReserved(action) ? `decideTo${verb.pascal}` : action,
    id: `${words.camel}Id`,
    action,
    ...{ from, to, fact },
    State: found.state,
    Event: found.event,
    kind: found.kind,
    kindModule: moduleFrom(useCases, found.kindFile),
    decisionModule: moduleFrom(useCases, decision),
    lifecycleModule: moduleFrom(useCases, found.lifecycleFile),
    stateModule: moduleFrom(dirname(decision), found.stateFile).slice(2),
    stateFromUseCase: moduleFrom(useCases, found.stateFile),
  };
  const templates = join(import.meta.dirname, 'files');
  generateFiles(tree, join(templates, 'domain'), dirname(decision), parts);
  generateFiles(tree, join(templates, 'use-case'), useCases, parts);
  allow(tree, found.lifecycleFile, { table: `${words.camel}Lifecycle`, action, from, to });
  editFile(tree, found.stateFile, withAlternative(found.event, `{ readonly type: '${fact}' }`));
  editFile(tree, found.publicationsFile, withProperty(found.publications, `'${fact}': 'private'`));
  editFile(
    tree,
    join(useCases, `${service}-use-cases.ts`),
    withImport(`import { ${useCase.camel} } from './${useCase.kebab}.js';`),
    withFieldSetInConstructor(
      `readonly ${useCase.camel};`,
      `this.${useCase.camel} = ${useCase.camel}(deps);`,
    ),
  );
  await formatFiles(tree);
  logger.info(nextSteps(service, useCase.camel));
}

interface Step {
  readonly table: string;
  readonly action: string;
  readonly from: string;
  readonly to: string;
}

function allow(tree: Tree, file: string, { table, action, from, to }: Step): void {
  const states = propertiesOf(textOf(tree, file), table);
  if (!states.includes(from)) throw new Error(`${table} knows no state ${from}.`);
  if (!states.includes(to)) editFile(tree, file, withProperty(table, `'${to}': {}`));
  editFile(tree, file, withProperty(from, `${action}: '${to}'`));
}

const nextSteps = (service: string, useCase: string): string => `
Next:
  npm run generate             renews the diagram in the README
  npm run check                holds, unless a contract has to learn a new status
Then say who may (a rule in src/domain), and who calls ${useCase}: a command in adapters/bus/commands.ts of
apps/${service}, an event in subscriptions.ts or a deadline. A fact that others hear gets a contract in publications.ts.`;
