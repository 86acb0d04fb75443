import { gatewayRefusals, PassingRefusal } from '../problems/gateway-refusals.js';
import type { Limits } from '../config.js';
import { isAsset } from '../pages/page-door.js';
import type { HttpRequest } from './exchange.js';
import { networkOfAddress } from './network-of-address.js';

const WINDOW_MS = 10_000;
const SIGNED_IN = 'person:';

/** Settings of `@fastify/rate-limit`: a signed-in person is counted wherever they are, everybody else by address, an IPv6 network as one. */
export const rateLimits = ({ person, address }: Limits) => ({
  timeWindow: WINDOW_MS,
  cache: 20_000,
  allowList: (request: HttpRequest): boolean => isAsset(request),
  keyGenerator: ({ visitor, ip }: HttpRequest): string =>
    visitor.kind === 'signed-in'
      ? `${SIGNED_IN}${visitor.session.person.id}`
      : `address:${networkOfAddress(ip)}`,
  max: (_request: HttpRequest, key: string): number =>
    key.startsWith(SIGNED_IN) ? person : address,
  errorResponseBuilder: (_request: HttpRequest, { ttl }: { readonly ttl: number }): Error =>
    new PassingRefusal(gatewayRefusals.refuse('too-many-requests'), Math.ceil(ttl / 1000)),
});
