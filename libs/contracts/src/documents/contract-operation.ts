import type { AnyRequestContract, HttpRoute, RequestContract } from '../contract.js';
import { type JsonSchema, shapeOf } from '../validation/index.js';
import { type GoldenSample, goldenSample } from './golden-samples.js';
import { refusedWith } from './problems.js';
import type { SchemaBook } from './schema-book.js';

const QUERY_PROBLEMS = [400, 401, 403, 404, 422, 429, 500, 503, 504];
const BODY_PROBLEMS = [413, 415];
const COMMAND_PROBLEMS = [409];

const problemsOf = (isCommand: boolean, hasBody: boolean): readonly number[] =>
  [
    ...QUERY_PROBLEMS,
    ...(hasBody ? BODY_PROBLEMS : []),
    ...(isCommand ? COMMAND_PROBLEMS : []),
  ].sort((a, b) => a - b);

/** A contract as an OpenAPI operation. */
export function contractOperation(declared: AnyRequestContract, book: SchemaBook): JsonSchema {
  const contract = declared as RequestContract;
  const route = contract.http as HttpRoute;
  const sample = goldenSample(contract.id);
  const isCommand = contract.kind === 'command';
  const hasBody = route.method !== 'GET';
  return {
    operationId: operationIdOf(contract.name),
    tags: [tagOf(route, contract)],
    summary: `${contract.summary.zh} ${contract.summary.en}`,
    description: permissionOf(contract.permitted),
    'x-contract': contract.id,
    security: contract.permitted === 'anyone' ? [] : [{ session: [] }],
    parameters: [
      ...addressParameters(contract, route, sample, book),
      ...(isCommand ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
      { $ref: '#/components/parameters/AcceptLanguage' },
    ],
    ...(hasBody && bodyOf(contract, route, sample, book)),
    responses: {
      200: {
        description: 'OK',
        headers: { 'X-Correlation-Id': { $ref: '#/components/headers/CorrelationId' } },
        content: {
          'application/json': {
            schema: book.told.refTo(contract.reply),
            ...(sample?.reply !== undefined && { example: sample.reply }),
          },
        },
      },
      ...refusedWith(problemsOf(isCommand, hasBody)),
    },
  };
}

export const pathFieldsOf = ({ path }: HttpRoute): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

function addressParameters(
  contract: RequestContract,
  route: HttpRoute,
  sample: GoldenSample | undefined,
  book: SchemaBook,
): readonly JsonSchema[] {
  const inPath = pathFieldsOf(route);
  const { fields } = shapeOf(contract.request);
  return fields
    .filter(({ name }) => route.method === 'GET' || inPath.includes(name))
    .map((field) => {
      const isPath = inPath.includes(field.name);
      const example = sample?.request?.[field.name];
      return {
        name: field.name,
        in: isPath ? 'path' : 'query',
        required: isPath || !field.optional,
        schema: book.asked.fieldSchema(field),
        ...(example !== undefined && { example }),
      };
    });
}

function bodyOf(
  contract: RequestContract,
  route: HttpRoute,
  sample: GoldenSample | undefined,
  book: SchemaBook,
): JsonSchema {
  const inPath = pathFieldsOf(route);
  const schema = book.body(contract.request, inPath);
  if (schema === undefined) return {};
  const { fields } = shapeOf(contract.request);
  const required = fields.some(({ name, optional }) => !optional && !inPath.includes(name));
  const given = Object.entries(sample?.request ?? {}).filter(([name]) => !inPath.includes(name));
  const example = given.length > 0 ? { example: Object.fromEntries(given) } : {};
  return { requestBody: { required, content: { 'application/json': { schema, ...example } } } };
}

const operationIdOf = (name: string): string =>
  name.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase());

const tagOf = ({ path }: HttpRoute, { answeredBy }: RequestContract): string =>
  path.startsWith('/operations/') ? 'operations' : answeredBy;

function permissionOf(permitted: RequestContract['permitted']): string {
  if (permitted === 'anyone') return '公开 Open to the public.';
  return `角色 Roles: ${[permitted].flat().join(', ')}.`;
}
