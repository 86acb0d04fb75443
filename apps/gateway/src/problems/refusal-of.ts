import { HttpException } from '@nestjs/common';
import { busRefusals } from '@onewindow/bus';
import { Refusal } from '@onewindow/kernel';
import { gatewayRefusals } from './gateway-refusals.js';

/** The refusal that an error means; undefined for a fault of ours, of which the caller learns nothing. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const status = statusIn(error);
  switch (status) {
    case 404:
      return gatewayRefusals.refuse('route-unknown');
    case 406:
    case 415:
      return gatewayRefusals.refuse('media-type-not-accepted');
    case 408:
      return gatewayRefusals.refuse('request-incomplete');
    case 413:
      return busRefusals.refuse('payload-too-large');
    case undefined:
      return undefined;
    default:
      return status < 500 ? busRefusals.refuse('payload-malformed') : undefined;
  }
}

/** The status that Nest or Fastify gave to what they refused before any code of ours ran. */
function statusIn(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
