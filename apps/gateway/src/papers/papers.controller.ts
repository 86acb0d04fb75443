import { Controller, Get, Head, Inject, Req, Res } from '@nestjs/common';
import {
  FindPaperV1,
  soleParticipant,
  type FindPaperReply,
  type FindPaperRequest,
} from '@onewindow/contracts';
import type { FileStore } from '@onewindow/files';
import type { GatewayConfig } from '../config.js';
import { CodeThrottle } from '../contracts/code-throttle.js';
import { ContractCalls } from '../contracts/contract-calls.js';
import type { HttpReply, HttpRequest } from '../http/exchange.js';
import { sessionOf } from '../sign-in/visitor.js';
import { CONFIG, FILES } from '../tokens.js';
import { attachment } from '../uploads/attachment.js';
import { isKnown } from './known-tag.js';

/** Official papers 文书: for those whom they concern and who are signed in, and for whoever holds number and code. */
@Controller('api')
export class PapersController {
  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    @Inject(FILES) private readonly store: FileStore,
    @Inject(ContractCalls) private readonly calls: ContractCalls,
    @Inject(CodeThrottle) private readonly codes: CodeThrottle,
  ) {}

  @Get('papers/:number/pdf')
  async paper(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    await this.give(request, reply, 'paper');
  }

  @Head('papers/:number/pdf')
  async headOfPaper(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    await this.give(request, reply, 'paper');
  }

  /** The record of service 送达回证, once the paper is served. */
  @Get('papers/:number/service-record.pdf')
  async serviceRecord(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    await this.give(request, reply, 'service-record');
  }

  private async give(
    request: HttpRequest,
    reply: HttpReply,
    part: NonNullable<FindPaperRequest['part']>,
  ): Promise<void> {
    const { file } = await this.find(request, part);
    const tag = `"${file.hash}"`;
    reply.headers({
      etag: tag,
      // Its bytes never change, but who may see it may: it is asked for again, and costs no bytes.
      'cache-control': 'private, no-cache',
      'content-disposition': attachment(file.name),
      'repr-digest': `sha-256=:${Buffer.from(file.hash, 'hex').toString('base64')}:`,
    });
    if (isKnown(request, tag)) return void reply.code(304).send();
    reply.headers({ 'content-type': file.mediaType, 'content-length': String(file.size) });
    if (request.method === 'HEAD') return void reply.send();
    const { stream } = await this.store.open(file.hash);
    reply.send(stream);
  }

  private find(
    request: HttpRequest,
    part: NonNullable<FindPaperRequest['part']>,
  ): Promise<FindPaperReply> {
    const { number } = request.params as { readonly number: string };
    const { code } = request.query as { readonly code?: string };
    const ask = () =>
      this.calls.ask(
        FindPaperV1,
        soleParticipant(this.config.topology, 'intake'),
        { number, part, ...(code !== undefined && { code }) },
        { person: sessionOf(request.visitor)?.person, correlation: request.id },
      );
    return code === undefined ? ask() : this.codes.attempt({ number, address: request.ip }, ask);
  }
}
