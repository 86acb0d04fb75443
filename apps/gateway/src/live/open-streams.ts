import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { GatewayConfig } from '../config.js';
import { gatewayRefusals } from '../problems/gateway-refusals.js';
import { SessionDesk } from '../sign-in/session-desk.js';
import type { Session } from '../sign-in/visitor.js';
import { CONFIG } from '../tokens.js';
import type { CaseStream } from './case-stream.js';

/** Who reads a stream: somebody signed in, or whoever it is at an address. */
export interface Reader {
  readonly session: Session | undefined;
  readonly address: string;
}

interface Place {
  readonly reader: Reader;
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
      for (const each of this.places)
        if (each.reader.session?.id === id) each.stream?.refuse(refusal);
    });
  }

  /** Takes a place for a stream; throws the refusal `too-many-streams` when there is none. */
  take(reader: Reader): Place {
    const { streams, streamsOfPerson, streamsOfAddress } = this.config.limits;
    const own = [...this.places].filter((each) => nameOf(each.reader) === nameOf(reader));
    const most = reader.session === undefined ? streamsOfAddress : streamsOfPerson;
    if (this.places.size >= streams || own.length >= most) {
      throw gatewayRefusals.refuse('too-many-streams');
    }
    const place = { reader };
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

const nameOf = ({ session, address }: Reader): string =>
  session === undefined ? `address:${address}` : `person:${session.person.id}`;
