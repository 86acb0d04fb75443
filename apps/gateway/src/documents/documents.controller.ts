import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import { openApiDocument } from '@onewindow/contracts/documents';
import type { GatewayConfig } from '../config.js';
import type { HttpReply, HttpRequest } from '../http/exchange.js';
import { CONFIG } from '../tokens.js';
import { DOCS_PAGE, PAGE_POLICY, START_SCRIPT } from './docs-page.js';

const MEDIA_TYPES = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
} as const;

const CACHED_FOR_AN_HOUR = 'public, max-age=3600';

/** The interface for programs and for people. */
@Controller('api')
export class DocumentsController {
  private readonly folder = dirname(
    createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'),
  );
  private document: Buffer | undefined;

  constructor(@Inject(CONFIG) private readonly config: GatewayConfig) {}

  @Get('openapi.json')
  openApi(@Res() reply: HttpReply): void {
    // Made when somebody asks for it: most gateways run for weeks without.
    this.document ??= Buffer.from(JSON.stringify(openApiDocument(this.config.publicUrl.origin)));
    reply.header('content-type', 'application/json').send(this.document);
  }

  @Get('docs')
  page(@Res() reply: HttpReply): void {
    reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': PAGE_POLICY,
      })
      .send(DOCS_PAGE);
  }

  @Get('docs/start.js')
  start(@Res() reply: HttpReply): void {
    reply.header('content-type', 'text/javascript; charset=utf-8').send(START_SCRIPT);
  }

  @Get('docs/:asset')
  asset(@Req() { params }: HttpRequest, @Res() reply: HttpReply): void {
    const { asset } = params as { readonly asset: string };
    if (!Object.hasOwn(MEDIA_TYPES, asset)) throw new NotFoundException();
    const name = asset as keyof typeof MEDIA_TYPES;
    reply
      .headers({ 'content-type': MEDIA_TYPES[name], 'cache-control': CACHED_FOR_AN_HOUR })
      .send(createReadStream(join(this.folder, name)));
  }
}
