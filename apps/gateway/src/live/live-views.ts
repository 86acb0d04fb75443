import { Inject, Injectable } from '@nestjs/common';
import type { Person, Refusal } from '@onewindow/kernel';
import type { HttpReply, HttpRequest } from '../http/exchange.js';
import { preferredLanguage } from '../problems/language.js';
import { problemDocument } from '../problems/problem-document.js';
import { SessionDesk } from '../sign-in/session-desk.js';
import { sessionOf } from '../sign-in/visitor.js';
import { CaseStream } from './case-stream.js';
import { EventWriter } from './event-writer.js';
import { Nudges } from './nudges.js';
import { OpenStreams } from './open-streams.js';

/** What is followed, as one reader may see it at this moment. */
export interface LiveView<View extends object> {
  readonly view: View;
  /** What nudges about it are known by. */
  readonly applicationId: string;
}

/** Keeps readers up to date with what they look at: at once, and whenever it changes. */
@Injectable()
export class LiveViews {
  constructor(
    @Inject(SessionDesk) private readonly desk: SessionDesk,
    @Inject(Nudges) private readonly nudges: Nudges,
    @Inject(OpenStreams) private readonly streams: OpenStreams,
  ) {}

  /** `lookFor` is asked anew for each push, with the person as known then: a right that was taken away ends the stream. */
  async follow<View extends object>(
    request: HttpRequest,
    reply: HttpReply,
    lookFor: (person: Person | undefined) => Promise<LiveView<View>>,
  ): Promise<void> {
    const session = sessionOf(request.visitor);
    const personNow = () => session && this.desk.require(session).person;
    const look = () => lookFor(personNow());
    const place = this.streams.take({ session, address: request.ip });
    const first = await look().catch((error: unknown) => {
      this.streams.giveBack(place);
      throw error;
    });
    const sink = EventWriter.open(reply);
    const forget = this.nudges.about(first.applicationId, () => stream.nudge());
    const stream = new CaseStream({
      look: async () => (await look()).view,
      sink,
      requireSession: () => void personNow(),
      problemOf: (refusal) => problemFor(refusal, request),
      onEnd: () => {
        forget();
        this.streams.giveBack(place);
      },
    });
    place.stream = stream;
    sink.onClose(() => stream.end());
    stream.show(first.view);
  }
}

const problemFor = (refusal: Refusal, { id, headers }: HttpRequest) =>
  problemDocument(refusal, {
    language: preferredLanguage(headers['accept-language']),
    correlation: id,
  });
