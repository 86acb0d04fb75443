import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { MAX_PAYLOAD_BYTES } from '@onewindow/bus';
import type { GatewayConfig } from '../config.js';
import { gatewayRefusals } from '../problems/gateway-refusals.js';
import { preferredLanguage } from '../problems/language.js';
import { problemDocument, problemHeaders } from '../problems/problem-document.js';
import { openPages } from '../pages/page-door.js';
import type { SessionDesk } from '../sign-in/session-desk.js';
import type { HttpReply, HttpRequest } from './exchange.js';
import { jsonBody } from './json-body.js';
import type { KnownRoutes } from './known-routes.js';
import { rateLimits } from './rate-limits.js';
import { answerUnreadable } from './unreadable-request.js';
import { securityHeaders } from './security-headers.js';

/** Time for a whole request to arrive; a large upload over a slow line needs it. */
const REQUEST_TIMEOUT_MS = 120_000;
const LONGEST_PATH_PARAMETER = 200;

export interface DoorParts {
  readonly config: GatewayConfig;
  readonly desk: SessionDesk;
  readonly routes: KnownRoutes;
}

/** Fastify as Nest's HTTP adapter: what is the same for every request, before any handler. */
export async function openDoor({ config, desk, routes }: DoorParts): Promise<FastifyAdapter> {
  const fixed = securityHeaders(config.publicUrl);
  const adapter = new FastifyAdapter({
    skipMiddie: true,
    bodyLimit: MAX_PAYLOAD_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: LONGEST_PATH_PARAMETER },
    exposeHeadRoutes: false,
    // While it closes it still answers what comes in on open connections, and ends those.
    return503OnClosing: false,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (_error: unknown, request: unknown, reply: unknown) => {
      refuseAddress(request as HttpRequest, reply as HttpReply, fixed);
    },
  });
  const fastify = adapter.getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (_request: unknown, bytes: unknown) => jsonBody(bytes as Buffer),
  );
  fastify.decorateRequest('visitor', null);
  fastify.addHook('onRoute', ({ method, url }) => routes.add(method, url));
  fastify.addHook('onRequest', async (request, reply) => {
    const asked = request as unknown as HttpRequest;
    reply.headers({ ...fixed, 'x-correlation-id': asked.id });
    asked.visitor = await desk.recognise(asked.headers.authorization);
  });
  await fastify.register(rateLimit, rateLimits(config.limits) as object);
  if (config.portal !== undefined) await openPages(adapter, config.portal);
  await fastify.register(multipart, { limits: uploadLimits(config.uploadLimit) });
  return adapter;
}

/** A second part is let in to be refused: left out in silence, its sender would think it had arrived. */
const uploadLimits = (bytes: number) => ({ fileSize: bytes, files: 2, fields: 2, parts: 2 });

/** An address that cannot be decoded reaches no route and no filter. */
function refuseAddress(
  request: HttpRequest,
  reply: HttpReply,
  fixed: Readonly<Record<string, string>>,
): void {
  const refusal = gatewayRefusals.refuse('address-malformed');
  const language = preferredLanguage(request.headers['accept-language']);
  const document = problemDocument(refusal, { language, correlation: request.id });
  reply
    .code(document.status)
    .headers({ ...fixed, ...problemHeaders(refusal, language), 'x-correlation-id': request.id })
    .send(Buffer.from(JSON.stringify(document)));
}
