import { requestContracts } from '../catalogue.js';
import type { RequestContract } from '../contract.js';
import { openApiDocument } from './openapi.js';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly name?: string; readonly in?: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> };
  readonly responses: Record<string, unknown>;
  readonly 'x-contract'?: string;
}

interface Schema {
  readonly properties?: Record<string, unknown>;
  readonly additionalProperties?: boolean;
}

const document = openApiDocument() as {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: Record<string, Record<string, Schema>>;
};

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
);
const offered = (requestContracts as readonly RequestContract[]).filter(
  ({ http }) => http !== undefined,
);
const operationOf = (id: string) =>
  operations.find(({ operation }) => operation['x-contract'] === id)?.operation;

/** Every reference anywhere in a value. */
const referencesIn = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, each]) =>
        name === '$ref' ? [String(each)] : referencesIn(each),
      );

const resolves = (reference: string): boolean =>
  reference
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>(
      (from, name) => (from as Record<string, unknown> | undefined)?.[name],
      document,
    ) !== undefined;

describe('The OpenAPI document', () => {
  it('has one operation for each contract that declares a route, and no generic one', () => {
    const described = operations.flatMap(({ method, path, operation }) =>
      operation['x-contract'] === undefined ? [] : [`${operation['x-contract']} ${method} ${path}`],
    );
    const declared = offered.map(
      ({ id, http }) => `${id} ${http!.method.toLowerCase()} /api${http!.path}`,
    );

    expect(described.toSorted()).toEqual(declared.toSorted());
  });

  it('refers only to what it describes', () => {
    const references = [...new Set(referencesIn(document))];

    expect(references.length).toBeGreaterThan(50);
    expect(references.filter((each) => !resolves(each))).toEqual([]);
  });

  it('names every operation once, in both languages', () => {
    const ids = operations.map(({ operation }) => operation.operationId);

    expect(new Set(ids).size).toBe(ids.length);
    expect(
      operations.filter(({ operation }) => !/\p{Script=Han}.* [\w“]/u.test(operation.summary)),
    ).toEqual([]);
  });

  it('tells what a command needs and how it may be refused', () => {
    const withdraw = operationOf('intake.withdraw-application.v1');

    expect(
      withdraw?.parameters?.map(({ name, in: place }) => `${place ?? ''} ${name ?? ''}`),
    ).toEqual(['path applicationId', ' ', ' ']);
    expect(withdraw?.security).toEqual([{ session: [] }]);
    expect(Object.keys(withdraw?.responses ?? {})).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '409',
      '413',
      '415',
      '422',
      '429',
      '500',
      '503',
      '504',
    ]);
    expect(withdraw?.requestBody?.content['application/json']?.schema).toEqual({
      type: 'object',
      properties: { reason: { type: 'string', minLength: 1, maxLength: 1000 } },
      required: ['reason'],
      additionalProperties: false,
    });
  });

  it('asks for no body where the address says everything', () => {
    expect(operationOf('intake.accept-application.v1')?.requestBody).toBeUndefined();
  });

  it('opens to the public what is declared so', () => {
    expect(operationOf('approval.verify-licence.v1')?.security).toEqual([]);
  });

  it('refuses unknown fields in what is asked and ignores them in what is told', () => {
    const { schemas } = document.components;

    expect(schemas?.['PremisesInput']?.additionalProperties).toBe(false);
    expect(schemas?.['Premises']?.additionalProperties).toBeUndefined();
  });
});
