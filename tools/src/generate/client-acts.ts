import { type RequestContract, requestContracts } from '@onewindow/contracts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Where officers act on a case and on site, on their papers, tasks and one another’s work, where quantities and processes are published,
 * and where whoever applied says what is confidential.
 */
const DESK =
  /^\/((cases|inspections|papers|tasks|officers|quotas|processes)(\/|$)|applications\/\{applicationId\}\/(confidentiality$|papers\/))/;

const requests = requestContracts as readonly RequestContract[];

/** What can be done at the desk and what each act asks for, from which the portal makes its forms. */
export function clientActs(document: object): string {
  const acts = requests
    .filter(({ kind, http }) => kind === 'command' && http !== undefined && DESK.test(http.path))
    .map((contract) => [verbOf(contract), actOf(contract, document as Json)] as const);
  return `// Generated from libs/contracts by npm run generate.

export const ACTS = ${JSON.stringify(Object.fromEntries(acts), null, 2)} as const;
`;
}

const verbOf = ({ name }: RequestContract): string => name.slice(name.indexOf('.') + 1);

function actOf({ http, summary }: RequestContract, document: Json): Json {
  const path = `/api${http?.path ?? ''}`;
  const method = (http?.method ?? 'POST').toLowerCase();
  const operation = at(document, 'paths', path, method);
  const body = at(operation, 'requestBody', 'content', 'application/json', 'schema');
  return { method: method.toUpperCase(), path, title: summary, body: whole(body, document) };
}

/** The schema with everything that it refers to in it: a form needs no more than that. */
function whole(schema: unknown, document: Json): unknown {
  if (Array.isArray(schema)) return schema.map((each) => whole(each, document));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref: reference, ...rest } = schema as Json & { readonly $ref?: string };
  if (reference !== undefined) {
    return whole(at(document, ...reference.replace('#/', '').split('/')), document);
  }
  return Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, whole(value, document)]),
  );
}

const at = (from: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((found, part) => (found as Json | undefined)?.[part], from);
