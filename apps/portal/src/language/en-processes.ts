import { counted } from './counted.js';
import type { ProcessesWords } from './zh-processes.js';

/** What the pages about processes say, in English. */
export const enProcesses: ProcessesWords = {
  title: 'Processes',
  lead: 'Which stages each item goes through, by whom and in which order. Cases that run keep the version they were opened under.',
  none: 'No process has been published yet.',
  item: 'Code of the item',
  name: 'Name',
  stagesCount: 'Stages',
  version: 'Version',
  publishedAt: 'Published',
  versionOf: (version) => `Version ${String(version)}`,
  inForce: 'in force',
  term: (days, unit, source) => `Statutory term: ${String(days)} ${unit} (${source})`,
  quotas: 'Limits in number',
  back: 'All processes',
  guide: 'Guide of the item',
  diagram: 'Diagram of the process',
  stages: 'Stages',
  first: 'from the beginning',
  after: (names) => `after "${names}"`,
  joins: {
    all: 'when all are done',
    any: 'when any of them is done',
    some: (count) => `when ${String(count)} of them are done`,
  },
  days: (days) => counted(days, 'working day'),
  reportsTo: (agency) => `then reported to ${agency}`,
  inBatch: 'may be signed in batches',
  when: (condition) => `only where ${condition}`,
  otherwise: 'only where the published condition holds',
  returns: 'Ways back',
  returnOf: (from, to) => `from "${from}" to "${to}"`,
  versions: 'Versions',
  wanted: 'A process for another item (its code)',
  compose: 'Compose',
  notYet: 'No process has been published for this item; it is reviewed and decided.',
  edit: 'Change the process',
  create: 'Write a process',
  published: (version) =>
    `Version ${String(version)} is published. Cases accepted from now on go by it.`,
};
