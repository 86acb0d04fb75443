import { createInbox, type Msg, nanos, type Subscription } from '@nats-io/transport-node';
import type { BusConnection } from '../connect.js';
import { inboxPrefix } from '../subjects.js';

export interface PullTarget {
  readonly connection: BusConnection;
  /** Where the broker is asked for the durable's next messages. */
  readonly nextSubject: string;
  /** Prefix of the subjects by which its messages are acknowledged. */
  readonly ackPrefix: string;
}

const EXPIRES_MS = 3_000;
const HEARTBEAT_MS = 1_000;
/** Two heartbeats and a little: then the request is lost, whatever became of it. */
const SILENCE_MS = 2_500;

/**
 * One request for messages to a durable, which stays open until it is filled, ends or falls silent. It is made without
 * the library's consumer, which asks for the durable's state first: that right could be turned against others.
 */
export class Pull {
  private readonly subscription: Subscription;
  private silence: NodeJS.Timeout | undefined;
  private received = 0;
  private heard = 0;
  private over = false;

  constructor(
    private readonly target: PullTarget,
    private readonly size: number,
    private readonly listener: {
      readonly message: (message: Msg) => void;
      readonly ended: (reason: string) => void;
    },
  ) {
    const { nats, participant } = target.connection;
    const inbox = createInbox(inboxPrefix(participant, 'events'));
    this.subscription = nats.subscribe(inbox, {
      callback: (error, message) => {
        if (error === null) this.take(message);
        else this.end('subscription failed');
      },
    });
    const request = {
      batch: size,
      expires: nanos(EXPIRES_MS),
      idle_heartbeat: nanos(HEARTBEAT_MS),
    };
    nats.publish(target.nextSubject, JSON.stringify(request), { reply: inbox });
    this.listen();
  }

  end(reason: string): void {
    if (this.over) return;
    this.over = true;
    clearTimeout(this.silence);
    if (!this.target.connection.nats.isClosed()) this.subscription.unsubscribe();
    this.listener.ended(reason);
  }

  private take(message: Msg): void {
    if (this.over) return;
    this.listen();
    const status = message.headers?.code ?? 0;
    if (status === 0 || message.reply?.startsWith(this.target.ackPrefix)) {
      this.received += 1;
      this.listener.message(message);
      if (this.received >= this.size) this.end('filled');
    } else if (status !== 100) {
      this.end(`${String(status)} ${message.headers?.description ?? ''}`);
    }
  }

  /**
   * A process that stood still longer than that finds its timer due before it has read what came meanwhile: given up now, the
   * messages among it would come again only after the durable's acknowledgement wait.
   */
  private listen(): void {
    clearTimeout(this.silence);
    this.heard += 1;
    const { heard } = this;
    const endUnlessHeard = () => {
      if (heard === this.heard) this.end('silence');
    };
    this.silence = setTimeout(() => setImmediate(endUnlessHeard), SILENCE_MS);
  }
}
