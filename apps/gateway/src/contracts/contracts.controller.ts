import {
  Controller,
  HttpCode,
  Inject,
  Req,
  RequestMapping,
  RequestMethod,
  type Type,
} from '@nestjs/common';
import type { HttpRequest } from '../http/exchange.js';
import { ContractCalls } from './contract-calls.js';
import type { ContractRoute } from './contract-route.js';

/** A controller with one handler for each contract: the routes are declared where the contracts are, not here. */
export function contractsController(routes: readonly ContractRoute[]): Type {
  @Controller()
  class ContractsController {
    constructor(@Inject(ContractCalls) readonly calls: ContractCalls) {}
  }
  for (const route of routes) addHandler(ContractsController.prototype, route);
  return ContractsController;
}

function addHandler(prototype: { readonly calls: ContractCalls }, route: ContractRoute): void {
  const name = route.contract.id;
  const descriptor: PropertyDescriptor = {
    configurable: true,
    value(this: { readonly calls: ContractCalls }, request: HttpRequest): Promise<object> {
      return this.calls.answer(route, request);
    },
  };
  Object.defineProperty(prototype, name, descriptor);
  RequestMapping({ method: RequestMethod[route.method], path: route.path })(
    prototype,
    name,
    descriptor,
  );
  HttpCode(200)(prototype, name, descriptor);
  Req()(prototype, name, 0);
}
