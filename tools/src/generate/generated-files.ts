import { asyncApi } from '@onewindow/bus';
import { eventContracts, requestContracts } from '@onewindow/contracts';
import { openApiDocument } from '@onewindow/contracts/documents';
import { CITY_TOPOLOGY } from '../demonstration/city.js';
import { clientActs } from './client-acts.js';
import { clientTypes } from './client-types.js';
import { eventsPage } from './events-page.js';
import type { GeneratedFile } from './generated-file.js';
import { permissionsPage } from './permissions-page.js';
import { pageOfProcesses } from './processes-page.js';
import { readmesWithStates, type CodeFolder } from './state-diagrams.js';

const network = { topology: CITY_TOPOLOGY, events: eventContracts, requests: requestContracts };

/** Every generated file as it must be. `code` tells where the services' lifecycles are loaded from. */
export async function generatedFiles(
  root: string,
  code: CodeFolder,
): Promise<readonly GeneratedFile[]> {
  return [
    { path: 'docs/events.md', text: eventsPage(network) },
    { path: 'docs/permissions.md', text: permissionsPage() },
    { path: 'docs/processes.md', text: await pageOfProcesses(root, code) },
    { path: 'docs/asyncapi.json', text: asJson(asyncApi(network)) },
    { path: 'docs/openapi.json', text: asJson(openApiDocument()) },
    { path: 'apps/portal/src/api/openapi.ts', text: await clientTypes(openApiDocument()) },
    { path: 'apps/portal/src/api/acts.ts', text: clientActs(openApiDocument()) },
    ...(await readmesWithStates(root, code)),
  ];
}

const asJson = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;
