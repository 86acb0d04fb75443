import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type BusConnection, connect } from '@onewindow/bus';
import { Press } from '@onewindow/documents';
import { openFolderStore } from '@onewindow/files';
import {
  openHealthPort,
  portOf,
  Readiness,
  type ServiceLog,
  waitUntil,
} from '@onewindow/service/process';
import type { GatewayConfig } from './config.js';
import { Connections } from './http/connections.js';
import { openDoor } from './http/door.js';
import { KnownRoutes } from './http/known-routes.js';
import { LocalAccounts } from './sign-in/local-accounts.js';
import { SessionDesk } from './sign-in/session-desk.js';
import type { GatewayParts } from './gateway.module.js';

type MakeModule = (parts: GatewayParts) => Parameters<typeof NestFactory.create>[0];

/** One run of the gateway in this process, from waiting for the broker to the last thing closed. */
export class GatewayRun {
  private readonly readiness = new Readiness();
  private readonly stopping = new AbortController();
  private readonly opened: (() => Promise<unknown>)[] = [];
  private readonly connections = new Connections();
  private application: NestFastifyApplication | undefined;
  private health: NestFastifyApplication | undefined;

  constructor(
    private readonly config: GatewayConfig,
    private readonly log: ServiceLog,
    private readonly moduleOf: MakeModule,
    private readonly press = new Press(),
  ) {}

  /** Port of the HTTP door. */
  get port(): number {
    const address = this.application?.getHttpServer().address() as AddressInfo | null | undefined;
    return address?.port ?? 0;
  }

  get healthPort(): number {
    return this.health === undefined ? 0 : portOf(this.health);
  }

  /** Resolves when requests are answered. */
  async start(): Promise<void> {
    this.readiness.missing('door', OPENING);
    this.health = await openHealthPort(this.config.healthPort, this.readiness, this.log);
    this.opened.push(() => this.health?.close() ?? Promise.resolve());
    const connection = await this.connect();
    this.opened.push(() => connection.close());
    this.readiness.watch('broker', () =>
      connection.isUp ? { ready: true } : { ready: false, remark: OUT_OF_REACH },
    );
    this.opened.push(() => this.press.close());
    this.application = await this.open(connection);
    this.opened.push(() => this.closeDoor());
    this.connections.watch(this.application.getHttpServer());
    await this.application.listen({ host: this.config.host, port: this.config.port });
    this.readiness.watch('door', () => ({ ready: true }));
    this.log.info('ready', { port: this.port });
  }

  /** Takes no new request, answers those that were taken, closes. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.readiness.missing('door', CLOSING);
    for (let close = this.opened.pop(); close !== undefined; close = this.opened.pop()) {
      await close().catch((error: unknown) => this.log.failure('could not be closed', error));
    }
  }

  /** A connection that was busy when the door closed is kept alive for more requests: it is ended as soon as it is idle. */
  private async closeDoor(): Promise<void> {
    const sweep = setInterval(() => this.connections.endIdle(), 50);
    const giveUp = setTimeout(() => this.connections.endAll(), ANSWERED_WITHIN_MS);
    await this.application?.close().finally(() => {
      clearInterval(sweep);
      clearTimeout(giveUp);
    });
  }

  private connect(): Promise<BusConnection> {
    const { natsUrl: url, commandSeed: seed, self } = this.config;
    const options = { url, seed, participant: self, duty: 'commands', log: this.log } as const;
    return waitUntil('the broker', () => connect({ ...options, waitForBroker: false }), {
      log: this.log,
      signal: this.stopping.signal,
    });
  }

  private async open(connection: BusConnection): Promise<NestFastifyApplication> {
    const { config, log, readiness, press } = this;
    const people = await LocalAccounts.of(config.accounts);
    const desk = new SessionDesk(config.self, people, config.key);
    const files = await openFolderStore(config.filesFolder);
    const routes = new KnownRoutes();
    const door = await openDoor({ config, desk, routes });
    const parts = { config, log, readiness, connection, people, desk, files, press, routes };
    return NestFactory.create<NestFastifyApplication>(this.moduleOf(parts), door, {
      logger: log,
      bodyParser: false,
      abortOnError: false,
    });
  }
}

/** What is not answered by then when the door closes is cut off; its caller asks again with the same key. */
const ANSWERED_WITHIN_MS = 8_000;

const OPENING = { zh: '正在启动。', en: 'It is starting.' };
const CLOSING = { zh: '正在停止。', en: 'It is stopping.' };
const OUT_OF_REACH = { zh: '消息服务器无法连接。', en: 'The broker is out of reach.' };
