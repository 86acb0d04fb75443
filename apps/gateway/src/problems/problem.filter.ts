import { Catch, Inject, NotFoundException, type ArgumentsHost } from '@nestjs/common';
import { busRefusals } from '@onewindow/bus';
import type { Refusal } from '@onewindow/kernel';
import type { ServiceLog } from '@onewindow/service/process';
import type { GatewayConfig } from '../config.js';
import type { HttpReply, HttpRequest } from '../http/exchange.js';
import { KnownRoutes } from '../http/known-routes.js';
import { isPersonLooking, sendPage } from '../pages/page-door.js';
import { CONFIG, LOG } from '../tokens.js';
import { MethodNotAllowed } from './gateway-refusals.js';
import { preferredLanguage } from './language.js';
import { problemDocument, problemHeaders } from './problem-document.js';
import { refusalOf } from './refusal-of.js';

/** Turns everything that goes wrong in a request into one format, also what went wrong before a handler ran. */
@Catch()
export class ProblemFilter {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<GatewayConfig, 'portal'>,
    @Inject(LOG) private readonly log: ServiceLog,
    @Inject(KnownRoutes) private readonly routes: KnownRoutes,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<HttpRequest>();
    const reply = http.getResponse<HttpReply>();
    if (reply.sent) return this.tooLate(error, request);
    const { portal } = this.config;
    if (portal !== undefined && error instanceof NotFoundException && isPersonLooking(request)) {
      return sendPage(portal, reply, 404);
    }
    const refusal = this.refusalFor(error, request);
    const language = preferredLanguage(request.headers['accept-language']);
    const document = problemDocument(refusal, { language, correlation: request.id });
    reply
      .code(document.status)
      .headers(problemHeaders(refusal, language))
      .send(Buffer.from(JSON.stringify(document)));
  }

  private refusalFor(error: unknown, request: HttpRequest): Refusal {
    if (error instanceof NotFoundException) {
      const allowed = this.routes.methodsAt(request.url);
      const isOtherMethod = allowed.length > 0 && !allowed.includes(request.method);
      if (isOtherMethod) return new MethodNotAllowed(allowed);
    }
    const refusal = refusalOf(error);
    if (refusal !== undefined) return refusal;
    this.log.failure('A request could not be answered.', error, { correlation: request.id });
    return busRefusals.refuse('internal-error');
  }

  private tooLate(error: unknown, { id }: HttpRequest): void {
    this.log.caution('An answer broke off.', { correlation: id }, error);
  }
}
