import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { GatewayConfig } from '../config.js';
import { gatewayRefusals } from '../problems/gateway-refusals.js';
import { SessionDesk } from '../sign-in/session-desk.js';
import type { Session } from '../sign-in/visitor.js';
import { CONFIG } from '../tokens.js';
import type { CaseStream } from './case-stream.js';

interface Place {
  readonly session: Session;
  stream?: CaseStream;
}

/** The streams that are open: few enough, and none of them outlives its session or the gateway. */
@Injectable()
export class OpenStreams implements OnModuleDestroy {
  private readonly places = new Set<Place>();

  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    @Inject(SessionDesk) desk: SessionDesk,
  ) {
    desk.onEnded(({ id }) => {
      const refusal = gatewayRefusals.refuse('session-invalid');
      for (const each of this.places) if (each.session.id === id) each.stream?.refuse(refusal);
    });
  }

  /** Takes a place for a stream; throws the refusal `too-many-streams` when there is none. */
  take(session: Session): Place {
    const { streams, streamsOfPerson } = this.config.limits;
    const own = [...this.places].filter(
      ({ session: { person } }) => person.id === session.person.id,
    );
    if (this.places.size >= streams || own.length >= streamsOfPerson) {
      throw gatewayRefusals.refuse('too-many-streams');
    }
    const place = { session };
    this.places.add(place);
    return place;
  }

  giveBack(place: Place): void {
    this.places.delete(place);
  }

  onModuleDestroy(): void {
    for (const { stream } of this.places) stream?.end();
  }
}
