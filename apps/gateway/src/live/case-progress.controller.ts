import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { FindCaseV1, soleParticipant } from '@onewindow/contracts';
import type { GatewayConfig } from '../config.js';
import { ContractCalls } from '../contracts/contract-calls.js';
import type { HttpReply, HttpRequest } from '../http/exchange.js';
import { requireSession } from '../sign-in/visitor.js';
import { CONFIG } from '../tokens.js';
import { LiveViews } from './live-views.js';

/** A case's progress as server-sent events, for those who handle it. */
@Controller('api/cases')
export class CaseProgressController {
  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    @Inject(ContractCalls) private readonly calls: ContractCalls,
    @Inject(LiveViews) private readonly live: LiveViews,
  ) {}

  @Get(':caseNumber/events')
  async follow(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    requireSession(request.visitor);
    const { caseNumber } = request.params as { readonly caseNumber: string };
    const to = soleParticipant(this.config.topology, 'approval');
    await this.live.follow(request, reply, async (person) => {
      const about = { person, correlation: request.id };
      const view = await this.calls.ask(FindCaseV1, to, { caseNumber }, about);
      return { view, applicationId: view.applicationId };
    });
  }
}
