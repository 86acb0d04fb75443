import { type RequestContract, requestContracts, SERVICES } from '@onewindow/contracts';
import { ROLES } from '@onewindow/kernel';
import { code, table } from './markdown.js';

const requests = requestContracts as readonly RequestContract[];

/** Who may ask what of whom. */
export function permissionsPage(): string {
  return `# Who may ask what

Generated from \`libs/contracts\` by \`npm run generate\`. The broker lets a service call only what names it as a caller; the role of
the person behind a call is proven by a signed token and checked by the service that answers. Which objects that person may see or
change is the answering service's own rule.

${SERVICES.filter((service) => requests.some((each) => each.answeredBy === service))
  .map(sectionOf)
  .join('\n\n')}

## By role

${table(
  ['role', 'may ask'],
  ROLES.map((role) => [
    role,
    requests
      .filter(({ permitted }) => Array.isArray(permitted) && permitted.includes(role))
      .map(({ name }) => code(name))
      .join(', '),
  ]),
)}
`;
}

const sectionOf = (service: string): string => `## ${service}

${table(
  ['contract', 'kind', 'over HTTP', 'roles', 'calling services', 'what it does'],
  requests.filter(({ answeredBy }) => answeredBy === service).map(rowOf),
)}`;

const rowOf = (contract: RequestContract): readonly string[] => [
  code(contract.id),
  contract.kind,
  contract.http === undefined ? '' : code(`${contract.http.method} /api${contract.http.path}`),
  rolesOf(contract),
  contract.callers.join(', '),
  `${contract.summary.zh}<br>${contract.summary.en}`,
];

function rolesOf({ permitted }: RequestContract): string {
  if (permitted === 'anyone') return 'the public';
  return permitted === 'service' ? 'the calling service itself' : permitted.join(', ');
}
