import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PublishProcessRequest } from '@onewindow/contracts';
import { DEMONSTRATION_PROCESSES } from '../demonstration/processes.js';
import type { CodeFolder } from './state-diagrams.js';

interface ProcessRules {
  readonly diagramOf: (definition: PublishProcessRequest) => string;
  readonly unmetOfDefinition: (definition: PublishProcessRequest) => readonly object[];
}

/** The processes of the demonstration city with their diagrams; one that approval refuses is not shown but reported. */
export async function pageOfProcesses(root: string, code: CodeFolder): Promise<string> {
  const { diagramOf, unmetOfDefinition } = await rulesOfApproval(root, code);
  const sections = DEMONSTRATION_PROCESSES.map((process) => {
    const faults = unmetOfDefinition(process);
    if (faults.length > 0) throw new TypeError(`${process.code}: ${JSON.stringify(faults)}`);
    const { unit, days, source } = process.within;
    const term = `${days} ${unit === 'working-day' ? 'working days' : 'calendar days'} (${source})`;
    return [
      `## ${process.name} \`${process.code}\``,
      `Statutory term: ${term}`,
      `\`\`\`mermaid\n${diagramOf(process)}\n\`\`\``,
    ].join('\n\n');
  });
  return [INTRODUCTION, ...sections].join('\n\n') + '\n';
}

const INTRODUCTION = `# Processes of the demonstration city

Written by \`npm run generate\`. They are data, published with \`PUT /processes/{code}\`; a city publishes its own. A box is a stage with its
role and its internal term; the hexagon decides; a dotted arrow is a declared way back.`;

async function rulesOfApproval(root: string, code: CodeFolder): Promise<ProcessRules> {
  const load = (name: string) =>
    import(
      pathToFileURL(
        join(
          root,
          'apps/approval',
          code,
          'domain/process',
          `${name}.${code === 'src' ? 'ts' : 'js'}`,
        ),
      ).href
    ) as Promise<Partial<ProcessRules>>;
  const { diagramOf } = await load('diagram');
  const { unmetOfDefinition } = await load('unmet-of-definition');
  if (diagramOf === undefined || unmetOfDefinition === undefined) {
    throw new TypeError('approval has no rules of processes');
  }
  return { diagramOf, unmetOfDefinition };
}
