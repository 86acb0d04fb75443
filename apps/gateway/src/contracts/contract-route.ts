import type { AnyRequestContract, HttpRoute, RequestContract, Shape } from '@onewindow/contracts';
import { shapeOf } from '@onewindow/contracts';

/** A contract as the gateway offers it. */
export interface ContractRoute {
  readonly contract: RequestContract;
  readonly method: HttpRoute['method'];
  /** Below the root, as Fastify writes it: `/api/cases/:caseNumber`. */
  readonly path: string;
  /** Fields of the request that stand in the path. */
  readonly pathFields: readonly string[];
  readonly shape: Shape;
}

/** One route for each contract that declares one; throws where a declaration cannot be offered over HTTP. */
export const contractRoutes = (
  contracts: readonly AnyRequestContract[],
): readonly ContractRoute[] =>
  contracts.flatMap((contract) =>
    contract.http === undefined ? [] : [routeOf(contract, contract.http)],
  );

function routeOf(contract: AnyRequestContract, { method, path }: HttpRoute): ContractRoute {
  const shape = shapeOf(contract.request as new () => object);
  const pathFields = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const stray = pathFields.filter((name) => !shape.names.has(name));
  if (stray.length > 0) {
    throw new TypeError(`${contract.id}: no field of the request: ${stray.join(', ')}`);
  }
  if (contract.permitted === 'service' || !contract.callers.includes('gateway')) {
    throw new TypeError(`${contract.id} has a route, but the gateway may not call it`);
  }
  // A query by POST asks with something that may not stand in an address, where logs and histories keep it.
  if (contract.kind === 'query' ? method === 'PUT' : method === 'GET') {
    throw new TypeError(`${contract.id}: a query is a GET or a POST, a command is not a GET`);
  }
  if (contract.kind === 'command' && contract.permitted === 'anyone') {
    throw new TypeError(`${contract.id}: an idempotency key needs a person whom it belongs to`);
  }
  return {
    contract: contract as RequestContract,
    method,
    path: `/api${path.replace(/\{(\w+)\}/g, ':$1')}`,
    pathFields,
    shape,
  };
}
