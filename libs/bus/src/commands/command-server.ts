import type { Subscription } from '@nats-io/transport-node';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { bounded } from '../bounded.js';
import type { BusConnection } from '../connect.js';
import { answeredSubjects } from '../subjects.js';
import { RequestDesk, type RequestDeskOptions } from './request-desk.js';

export interface CommandServerOptions extends Omit<RequestDeskOptions, 'self' | 'answers'> {
  /** The participant's connection of the duty `commands`; it stays open when the server closes. */
  readonly connection: BusConnection;
  /** Taken when the server starts to listen, when the container has made the handlers. */
  readonly answers: RequestDeskOptions['answers'] | (() => RequestDeskOptions['answers']);
}

const CLOSE_WITHIN_MS = 2_000;

/** Nest's microservice strategy for commands and queries: our own, because Nest's leaves callers waiting and drops work on close. */
export class CommandServer extends Server implements CustomTransportStrategy {
  private desk: RequestDesk | undefined;
  private subscription: Subscription | undefined;

  constructor(private readonly settings: CommandServerOptions) {
    super();
  }

  /** Requests being handled at this moment. */
  get inFlight(): number {
    return this.desk?.inFlight ?? 0;
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      await this.open();
      callback();
    } catch (error) {
      callback(error);
    }
  }

  /** Takes no new request, answers every one that was taken, then resolves. */
  async close(): Promise<void> {
    const { subscription, desk } = this;
    this.subscription = undefined;
    if (subscription === undefined || desk === undefined) return;
    const { nats, isUp } = this.settings.connection;
    if (isUp && !nats.isClosed()) await bounded(subscription.drain(), CLOSE_WITHIN_MS);
    await desk.finish();
    if (isUp && !nats.isClosed()) await bounded(nats.flush(), CLOSE_WITHIN_MS);
  }

  override on(): void {
    throw new TypeError('watch the connection instead');
  }

  override unwrap<Connection>(): Connection {
    return this.settings.connection.nats as Connection;
  }

  private async open(): Promise<void> {
    if (this.messageHandlers.size > 0) {
      throw new TypeError(
        'handlers are bound with answers(), decorated ones would bypass every check',
      );
    }
    const { connection, answers, ...rest } = this.settings;
    const self = connection.participant;
    const desk = new RequestDesk({
      ...rest,
      self,
      answers: typeof answers === 'function' ? answers() : answers,
    });
    this.desk = desk;
    this.subscription = connection.nats.subscribe(answeredSubjects(self), {
      queue: self,
      callback: (error, message) => {
        if (error === null) desk.take(message);
        else rest.log.failure('The subscription of commands failed.', error);
      },
    });
    if (connection.isUp) await connection.nats.flush();
  }
}
