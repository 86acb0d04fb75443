import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { HttpReply, HttpRequest } from '../http/exchange.js';
import { PAGE_POLICY } from './page-policy.js';
import type { PortalBuild } from './portal-build.js';

const ASSETS = '/assets/';

/** What the file server adds to a reply. */
interface FileReply extends HttpReply {
  sendFile(name: string, folder: string, options: { readonly cacheControl: boolean }): this;
}

/**
 * Serves the pages. What is named after its content may be kept for ever; the page that names it is asked for anew each time.
 * Both are sent as the build has compressed them.
 */
export async function openPages(adapter: FastifyAdapter, build: PortalBuild): Promise<void> {
  const fastify = adapter.getInstance();
  await fastify.register(fastifyStatic, {
    root: join(build.folder, 'assets'),
    prefix: ASSETS,
    index: false,
    redirect: false,
    preCompressed: true,
    cacheControl: true,
    immutable: true,
    maxAge: '365d',
  });
  for (const page of build.pages) {
    fastify.route({
      method: ['GET', 'HEAD'],
      url: page,
      handler: (_request: unknown, reply: unknown) => {
        sendPage(build, reply as HttpReply, 200);
        return reply;
      },
    });
  }
}

/** Sends the one document of which the browser makes every page. */
export function sendPage({ folder }: PortalBuild, reply: HttpReply, status: 200 | 404): void {
  (reply as FileReply)
    .code(status)
    .headers({ 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-cache' })
    .sendFile('index.html', folder, { cacheControl: false });
}

/** A person who follows a wrong address is shown a page; a program is told in its own format. */
export function isPersonLooking({ method, url, headers }: HttpRequest): boolean {
  const [path = ''] = url.split('?');
  const isPage = !path.startsWith('/api') && !path.startsWith(ASSETS);
  return method === 'GET' && isPage && (headers.accept?.includes('text/html') ?? false);
}

/** Files of a page: a dozen at once are one visit, not an attack. */
export const isAsset = ({ method, url }: HttpRequest): boolean =>
  method === 'GET' && url.startsWith(ASSETS);
