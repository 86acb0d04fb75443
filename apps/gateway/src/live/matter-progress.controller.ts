import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { busRefusals } from '@onewindow/bus';
import {
  type FollowApplicationReply,
  FollowApplicationRequest,
  FollowApplicationV1,
  type FollowCaseReply,
  FollowCaseV1,
  readPayload,
  soleParticipant,
} from '@onewindow/contracts';
import { Refusal } from '@onewindow/kernel';
import type { GatewayConfig } from '../config.js';
import { CodeThrottle } from '../contracts/code-throttle.js';
import { type Circumstances, ContractCalls } from '../contracts/contract-calls.js';
import type { HttpReply, HttpRequest } from '../http/exchange.js';
import { CONFIG } from '../tokens.js';
import { LiveViews } from './live-views.js';

/** An application and, once it is accepted, its case: what its applicant follows. */
interface MatterView {
  readonly application: FollowApplicationReply;
  readonly case?: FollowCaseReply;
}

/** Progress as server-sent events for whoever has number and query code; the code comes in the body, as it never stands in an address. */
@Controller('api/progress')
export class MatterProgressController {
  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    @Inject(ContractCalls) private readonly calls: ContractCalls,
    @Inject(LiveViews) private readonly live: LiveViews,
    @Inject(CodeThrottle) private readonly codes: CodeThrottle,
  ) {}

  @Post('events')
  async follow(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const reading = readPayload(FollowApplicationRequest, request.body, 'forbid');
    if (!reading.ok) throw busRefusals.refuse('payload-invalid', reading.unmet);
    const asked = reading.value;
    const { number, code } = asked;
    let isProven = code === undefined;
    await this.live.follow(request, reply, async (person) => {
      const look = () => this.look(asked, { person, correlation: request.id });
      const guess = { number, address: request.ip };
      // The first look proves the code; afterwards nobody is guessing any more.
      const view = isProven ? await look() : await this.codes.attempt(guess, look);
      isProven = true;
      return { view, applicationId: view.application.applicationId };
    });
  }

  private async look(asked: FollowApplicationRequest, about: Circumstances): Promise<MatterView> {
    const { topology } = this.config;
    const window = soleParticipant(topology, 'intake');
    const application = await this.calls.ask(FollowApplicationV1, window, asked, about);
    const { caseNumber } = application;
    if (caseNumber === undefined) return { application };
    const ofCase = { caseNumber, ...(asked.code !== undefined && { code: asked.code }) };
    const bureau = soleParticipant(topology, 'approval');
    const found = await this.calls.ask(FollowCaseV1, bureau, ofCase, about).catch(notThereYet);
    return { application, ...(found && { case: found }) };
  }
}

/** The bureau hears of an acceptance a moment after the window. */
function notThereYet(error: unknown): undefined {
  if (!(error instanceof Refusal) || error.kind !== 'not-found') throw error;
}
