import { type CustomTransportStrategy, Server } from '@nestjs/microservices';

/** Something that reads one route until it is told to stop: the journal's reader. */
export interface RouteLoop {
  start(): void | Promise<void>;
  /** Finishes the batch in hand, then resolves. */
  stop(): Promise<void>;
}

/** Lets events come in through the life cycle of Nest's microservices: read after the application is up, drained before it goes. */
export class EventStrategy extends Server implements CustomTransportStrategy {
  private running: readonly RouteLoop[] = [];

  /** The loops are made when the application listens, when the container has made the handlers. */
  constructor(private readonly loops: () => readonly RouteLoop[]) {
    super();
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      if (this.messageHandlers.size > 0) {
        throw new TypeError(
          'events are bound with hears(), decorated handlers would bypass the inbox',
        );
      }
      this.running = this.loops();
      await Promise.all(this.running.map(async (each) => each.start()));
      callback();
    } catch (error) {
      callback(error);
    }
  }

  async close(): Promise<void> {
    const running = this.running;
    this.running = [];
    await Promise.all(running.map((each) => each.stop()));
  }

  override on(): void {
    throw new TypeError('watch the connection instead');
  }

  override unwrap<Loops>(): Loops {
    return this.running as Loops;
  }
}
