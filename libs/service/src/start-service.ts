import type { Type } from '@nestjs/common';
import type { Environment } from './settings.js';
import type { ServiceDefinition } from './service-definition.js';

/** A started service, as its `main.ts` and specs see it. */
export interface RunningService {
  /** Stops taking work, finishes what was begun, closes. Resolves when nothing is left; at most ten seconds. */
  stop(): Promise<void>;
  /** Port of `GET /live` and `GET /ready` on 127.0.0.1. */
  readonly healthPort: number;
}

/**
 * Starts a service and returns when it is ready. `module` is the service's Nest module: it may inject
 * every token of `tokens.ts` and provides `SERVICE_PARTS`.
 */
export type StartService = (
  module: Type,
  definition: ServiceDefinition,
  environment?: Environment,
) => Promise<RunningService>;
