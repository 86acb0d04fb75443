import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { type BusConnection, liveSubject } from '@onewindow/bus';
import { tokenOf } from '@onewindow/contracts';
import type { Subscription } from '@nats-io/transport-node';
import type { GatewayConfig } from '../config.js';
import { BUS_CONNECTION, CONFIG } from '../tokens.js';

type Listener = () => void;

/** Hints of services that something about a matter has changed. They may be lost: whoever listens looks by itself now and then. */
@Injectable()
export class Nudges implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly listeners = new Map<string, Set<Listener>>();
  private subscriptions: readonly Subscription[] = [];
  private forget: () => void = () => undefined;

  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    @Inject(BUS_CONNECTION) private readonly connection: BusConnection,
  ) {}

  /** Hints stay inside an account, and the broker lets a gateway hear each of its neighbours by name only. */
  onApplicationBootstrap(): void {
    const { participant, topology } = this.config;
    const neighbours = topology.participants.filter(
      ({ service, account }) => account === participant.account && service !== 'gateway',
    );
    this.subscriptions = neighbours.map((each) =>
      this.connection.nats.subscribe(liveSubject(tokenOf(each)), {
        callback: (error, message) => {
          if (error === null) this.heard(message.string());
        },
      }),
    );
    this.forget = this.connection.onBack(() => this.tellAll());
  }

  onModuleDestroy(): void {
    this.forget();
    if (this.connection.nats.isClosed()) return;
    for (const each of this.subscriptions) each.unsubscribe();
  }

  /** `correlation` is the application that everything about one case hangs together by. Returns what takes the listener off. */
  about(correlation: string, listener: Listener): () => void {
    const listening = this.listeners.get(correlation) ?? new Set();
    this.listeners.set(correlation, listening.add(listener));
    return () => {
      listening.delete(listener);
      if (listening.size === 0) this.listeners.delete(correlation);
    };
  }

  private heard(body: string): void {
    const correlation = correlationIn(body);
    for (const listener of this.listeners.get(correlation) ?? []) listener();
  }

  /** Whatever was said during an outage was not heard. */
  private tellAll(): void {
    for (const listening of this.listeners.values()) for (const listener of listening) listener();
  }
}

function correlationIn(body: string): string {
  try {
    const { correlation } = JSON.parse(body) as { readonly correlation?: unknown };
    return typeof correlation === 'string' ? correlation : '';
  } catch {
    return '';
  }
}
