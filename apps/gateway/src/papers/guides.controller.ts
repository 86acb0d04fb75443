import { Controller, Get, Head, Inject, Req, Res } from '@nestjs/common';
import { FindItemV1, soleParticipant, type FindItemReply } from '@onewindow/contracts';
import { guideDocument, Press } from '@onewindow/documents';
import type { GatewayConfig } from '../config.js';
import { ContractCalls } from '../contracts/contract-calls.js';
import type { HttpReply, HttpRequest } from '../http/exchange.js';
import { sessionOf } from '../sign-in/visitor.js';
import { CONFIG } from '../tokens.js';
import { attachment } from '../uploads/attachment.js';
import { isKnown } from './known-tag.js';
import { PrintedDocuments, type PrintedDocument } from './printed-documents.js';

/** Guides 办事指南 to print and to take along, of today and of any earlier day. */
@Controller('api')
export class GuidesController {
  private readonly printed: PrintedDocuments;

  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    @Inject(ContractCalls) private readonly calls: ContractCalls,
    @Inject(Press) press: Press,
  ) {
    this.printed = new PrintedDocuments(press);
  }

  @Get('items/:code/guide.pdf')
  async guide(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const guide = await this.head(request, reply);
    if (isKnown(request, guide.tag)) return void reply.code(304).send();
    const bytes = await guide.bytes();
    reply
      .headers({ 'content-type': 'application/pdf', 'content-length': String(bytes.length) })
      .send(bytes);
  }

  /** Prints nothing: what has not changed is told by its tag. */
  @Head('items/:code/guide.pdf')
  async onlyHead(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { tag } = await this.head(request, reply);
    reply
      .code(isKnown(request, tag) ? 304 : 200)
      .header('content-type', 'application/pdf')
      .send();
  }

  private async head(request: HttpRequest, reply: HttpReply): Promise<PrintedDocument> {
    const { code } = request.params as { readonly code: string };
    const { on, district } = request.query as { readonly on?: string; readonly district?: string };
    const asked = {
      code,
      ...(on !== undefined && { on }),
      ...(district !== undefined && { district }),
    };
    const item = await this.calls.ask(
      FindItemV1,
      soleParticipant(this.config.topology, 'intake'),
      asked,
      { person: sessionOf(request.visitor)?.person, correlation: request.id },
    );
    const { asOf } = item;
    if (asOf === undefined) throw new TypeError('intake did not say of which day the item is');
    const guide = this.printed.print(guideDocument(item, this.edition(item, asOf, district)));
    reply.headers({
      etag: guide.tag,
      // What an earlier day said stays; today's guide is asked for again, and costs no bytes where nothing changed.
      'cache-control': on === undefined ? 'public, no-cache' : 'public, max-age=3600',
      'content-disposition': attachment(`${item.name}办事指南-${asOf}.pdf`),
    });
    return guide;
  }

  private edition({ code }: FindItemReply, on: string, district: string | undefined) {
    const address = new URL(`/items/${encodeURIComponent(code)}`, this.config.publicUrl);
    address.searchParams.set('on', on);
    if (district !== undefined) address.searchParams.set('district', district);
    return { on, address: address.href, ...(district !== undefined && { district }) };
  }
}
