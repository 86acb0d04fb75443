import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { HealthModule } from './health.js';
import type { ServiceLog } from './log.js';
import type { Readiness } from './readiness.js';

/**
 * Nest's application of the process: it listens for health questions from the first moment on, so that a service that waits for its
 * database is seen to be alive, and takes in the bus's strategies when those can be opened.
 */
export async function openHealthPort(
  port: number,
  readiness: Readiness,
  log: ServiceLog,
): Promise<NestFastifyApplication> {
  const application = await NestFactory.create<NestFastifyApplication>(
    HealthModule.of(readiness),
    new FastifyAdapter(),
    { logger: log, abortOnError: false },
  );
  await application.listen(port, '127.0.0.1');
  return application;
}

export function portOf(application: NestFastifyApplication): number {
  const address = application.getHttpServer().address();
  if (address === null || typeof address === 'string')
    throw new TypeError('not listening on a port');
  return address.port;
}
