import type { Type } from '@nestjs/common';
import { ServiceRun } from './boot-service.js';
import { circumstancesInLog } from './circumstances.js';
import { configuredOrExit, environment, readServiceConfig, type ServiceConfig } from './config.js';
import { obeyFaultOrders } from './fault-orders.js';
import { ServiceLog } from './log.js';
import { ownProcess } from './process-life.js';
import type { ServiceDefinition } from './service-definition.js';
import type { Environment } from './settings.js';

/** A started service, as a spec sees it. */
export interface RunningService {
  /** Stops taking work, finishes what was begun, closes. Resolves when nothing is left. */
  stop(): Promise<void>;
  /** Port of `GET /live` and `GET /ready` on 127.0.0.1. */
  readonly healthPort: number;
}

/**
 * The whole `main.ts` of a service: starts it and owns the process from then on (signals, uncaught errors, exit code).
 * `module` is the service's Nest module: it may inject every token of `tokens.ts` and provides `SERVICE_PARTS`. A parent
 * process hears `{ type: 'ready', healthPort }`.
 */
export async function startService(module: Type, definition: ServiceDefinition): Promise<void> {
  const config = configuredOrExit(() => readServiceConfig(definition.service, environment()));
  const log = logOf(config);
  const service = new ServiceRun({ module, definition, config, log });
  if (config.faults) obeyFaultOrders();
  await ownProcess({ log, start: () => service.start(), stop: () => service.stop() });
  process.send?.({ type: 'ready', healthPort: service.healthPort });
}

/** The same without a process: for a spec that runs a service beside itself. Resolves when the service is ready. */
export async function bootService(
  module: Type,
  definition: ServiceDefinition,
  from: Environment,
): Promise<RunningService> {
  const config = readServiceConfig(definition.service, from);
  const service = new ServiceRun({ module, definition, config, log: logOf(config) });
  await service.start();
  return service;
}

const logOf = ({ self, logLevel }: ServiceConfig) =>
  new ServiceLog({ participant: self, level: logLevel, circumstances: circumstancesInLog });
