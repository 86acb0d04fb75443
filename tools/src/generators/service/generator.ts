import { join } from 'node:path';
import { formatFiles, generateFiles, logger, type Tree } from '@nx/devkit';
import { ROLES } from '@onewindow/kernel';
import { isReserved, pluralOf, spellingOf, type Spelling } from '../spelling.js';
import { tellThePlatform } from './tell-the-platform.js';

export interface ServiceOptions {
  readonly name: string;
  readonly aggregate: string;
  readonly title: string;
  readonly role?: string;
}

/** `nx g @onewindow/tools:service`: a whole service in the house's shape, with its contracts, samples and specs. */
export default async function generateService(tree: Tree, options: ServiceOptions): Promise<void> {
  const { title, role = 'approver' } = options;
  const service = spellingOf('The name of a service', options.name);
  const aggregate = spellingOf('The name of an aggregate', options.aggregate);
  if (tree.exists(`apps/${service.kebab}`)) throw new Error(`apps/${service.kebab} is there.`);
  if (isReserved(aggregate.camel)) throw new Error(`${aggregate.camel} is a word of the language.`);
  if (!ROLES.some((known) => known === role)) throw new Error(`No role is called ${role}.`);

  generateFiles(
    tree,
    join(import.meta.dirname, 'files'),
    '.',
    substitutions({ service, aggregate, title, role }),
  );
  tellThePlatform(tree, service);
  await formatFiles(tree);
  logger.info(nextSteps(service.kebab));
}

interface ServiceParts {
  readonly service: Spelling;
  readonly aggregate: Spelling;
  readonly title: string;
  readonly role: string;
}

function substitutions({ service, aggregate, title, role }: ServiceParts) {
  const many = spellingOf('The name of an aggregate', pluralOf(aggregate.kebab));
  const date = new Date().toISOString().slice(0, 10);
  return {
    service: service.kebab,
    Service: service.pascal,
    serviceVar: service.camel,
    aggregate: aggregate.kebab,
    Aggregate: aggregate.pascal,
    aggregateVar: aggregate.camel,
    AGGREGATE: aggregate.constant,
    table: aggregate.kebab.replaceAll('-', '_'),
    words: aggregate.words,
    aggregates: many.kebab,
    Aggregates: many.pascal,
    aggregatesVar: many.camel,
    wordsMany: many.words,
    title,
    role,
    date,
    day: date.replaceAll('-', ''),
  };
}

const nextSteps = (service: string): string => `
Next:
  npm install                  links the new package
  npm run generate             renews the generated pages and the diagram in the README
  npm run check                holds already
  npm test -- int              runs apps/${service}/test on real servers
Then say in tools/src/demonstration/city.ts who runs it, and change what it does.`;
