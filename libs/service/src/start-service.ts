import type { Type } from '@nestjs/common';
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
 * `module` is the service's Nest module: it may inject every token of `tokens.ts` and provides `SERVICE_PARTS`.
 */
export type StartService = (module: Type, definition: ServiceDefinition) => Promise<void>;

/** The same without a process: for a spec that runs a service beside itself. Resolves when the service is ready. */
export type BootService = (
  module: Type,
  definition: ServiceDefinition,
  environment: Environment,
) => Promise<RunningService>;
