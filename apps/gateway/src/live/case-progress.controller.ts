import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { type FindCaseReply, FindCaseV1, soleParticipant } from '@onewindow/contracts';
import type { Refusal } from '@onewindow/kernel';
import type { GatewayConfig } from '../config.js';
import { ContractCalls } from '../contracts/contract-calls.js';
import type { HttpReply, HttpRequest } from '../http/exchange.js';
import { preferredLanguage } from '../problems/language.js';
import { problemDocument } from '../problems/problem-document.js';
import { SessionDesk } from '../sign-in/session-desk.js';
import { requireSession } from '../sign-in/visitor.js';
import { CONFIG } from '../tokens.js';
import { CaseStream } from './case-stream.js';
import { EventWriter } from './event-writer.js';
import { Nudges } from './nudges.js';
import { OpenStreams } from './open-streams.js';

/** A case's progress as server-sent events: at once, and whenever it changes. */
@Controller('api/cases')
export class CaseProgressController {
  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    @Inject(ContractCalls) private readonly calls: ContractCalls,
    @Inject(SessionDesk) private readonly desk: SessionDesk,
    @Inject(Nudges) private readonly nudges: Nudges,
    @Inject(OpenStreams) private readonly streams: OpenStreams,
  ) {}

  @Get(':caseNumber/events')
  async follow(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const session = requireSession(request.visitor);
    const { caseNumber } = request.params as { readonly caseNumber: string };
    const look = () => this.look(caseNumber, request);
    const place = this.streams.take(session);
    const first = await look().catch((error: unknown) => {
      this.streams.giveBack(place);
      throw error;
    });
    const sink = EventWriter.open(reply);
    const forget = this.nudges.about(first.applicationId, () => stream.nudge());
    const stream = new CaseStream({
      look,
      sink,
      requireSession: () => void this.desk.require(session),
      problemOf: (refusal) => problemFor(refusal, request),
      onEnd: () => {
        forget();
        this.streams.giveBack(place);
      },
    });
    place.stream = stream;
    sink.onClose(() => stream.end());
    stream.show(first);
  }

  /** Asked anew each time: a right that was taken away ends the stream. */
  private look(caseNumber: string, { id, visitor }: HttpRequest): Promise<FindCaseReply> {
    const { person } = this.desk.require(requireSession(visitor));
    const to = soleParticipant(this.config.topology, 'approval');
    return this.calls.ask(FindCaseV1, to, { caseNumber }, { person, correlation: id });
  }
}

const problemFor = (refusal: Refusal, { id, headers }: HttpRequest) =>
  problemDocument(refusal, {
    language: preferredLanguage(headers['accept-language']),
    correlation: id,
  });
