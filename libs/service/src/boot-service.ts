import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Ledger, Relay } from '@onewindow/journal';
import { openBrokerLinks, type BrokerLinks } from './broker-links.js';
import { CalendarInForce } from './calendar/calendar-in-force.js';
import { Closers } from './closers.js';
import type { ServiceConfig } from './config.js';
import { DatabasePulse } from './database-pulse.js';
import { openDatabase, reach, type Database } from './database.js';
import { EffectsGuard } from './effects-guard.js';
import { openHealthPort, portOf } from './health-port.js';
import { LiveNudges } from './live-nudges.js';
import type { ServiceLog } from './log.js';
import { migrate } from './migrate.js';
import { newId } from './new-id.js';
import { PlatformModule } from './platform-module.js';
import { Readiness } from './readiness.js';
import { relayState } from './relay-state.js';
import { ServiceClock } from './service-clock.js';
import type { ServiceDefinition, ServiceParts } from './service-definition.js';
import { takeWork, type Work } from './take-work.js';
import { SERVICE_PARTS, tokens } from './tokens.js';
import { waitUntil } from './wait-until.js';

export interface ServiceSetUp {
  /** The service's Nest module. */
  readonly module: Type;
  readonly definition: ServiceDefinition;
  readonly config: ServiceConfig;
  readonly log: ServiceLog;
}

/** How long a stopping service still tries to get its events out; what stays is in the journal. */
const RELAY_GRACE_MS = 2_000;

/** One run of a service in this process: from waiting for what it needs to the last thing closed. */
export class ServiceRun {
  private readonly readiness = new Readiness();
  private readonly stopping = new AbortController();
  private readonly closers: Closers;
  private readonly clock: ServiceClock;
  private health: NestFastifyApplication | undefined;
  private relay: Relay | undefined;
  private work: Work | undefined;

  constructor(private readonly setUp: ServiceSetUp) {
    this.closers = new Closers(setUp.log);
    this.clock = new ServiceClock(setUp.config.clock);
    this.readiness.missing('service', STARTING);
  }

  /** Port of the health questions; 0 before it is open. */
  get healthPort(): number {
    return this.health === undefined ? 0 : portOf(this.health);
  }

  /** Resolves when the service is ready. What was opened is closed again when something fails on the way. */
  async start(): Promise<void> {
    try {
      await this.open();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Takes no new work, finishes what was begun, closes. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.readiness.missing('service', STOPPING);
    await this.closers.closeAll();
  }

  private async open(): Promise<void> {
    const { module, definition, config, log } = this.setUp;
    const application = await this.openHealth();
    const database = await this.openDatabase();
    const links = await openBrokerLinks(config, log, this.stopping.signal);
    this.closers.add('the broker', () => links.close());
    this.readiness.watch('broker', () => links.state());
    const guard = await this.watchClocks(database);
    const calendar = new CalendarInForce(database.pool, config.topology.region);
    await calendar.refresh();
    const ledger = this.openJournal(database, links, calendar);
    const context = await NestFactory.createApplicationContext(
      PlatformModule.around(module, this.values({ database, links, ledger, calendar })),
      { logger: log, abortOnError: false },
    );
    this.closers.add('the module', () => context.close());
    const parts = context.get<ServiceParts>(SERVICE_PARTS, { strict: false });
    const common = {
      definition,
      config,
      log,
      database,
      links,
      ledger,
      guard,
      calendar,
      clock: this.clock,
    };
    this.stopping.signal.throwIfAborted();
    const work = takeWork({ ...common, parts, application });
    this.closers.add('the entrances', () => work.stop());
    await work.open();
    this.work = work;
    this.relay?.start();
    this.readiness.watch('service', () => ({ ready: true }));
    log.info('ready', { healthPort: this.healthPort });
  }

  private async openHealth(): Promise<NestFastifyApplication> {
    const { config, log } = this.setUp;
    const application = await openHealthPort(config.healthPort, this.readiness, log);
    this.closers.add('the health port', () => application.close());
    this.health = application;
    return application;
  }

  private async openDatabase(): Promise<Database> {
    const { config, definition, log } = this.setUp;
    const { signal } = this.stopping;
    this.readiness.missing('database', WAITING_FOR_DATABASE);
    const run = {
      owner: config.databaseOwner,
      runtimeRole: config.database.role,
      migrations: definition.migrations,
    };
    await waitUntil('the database', () => reach(config.databaseOwner), { log, signal });
    for (const migration of await migrate(run)) log.info('migrated', { migration });
    const database = openDatabase(config.database, config.self, definition.entities);
    this.closers.add('the database', () => database.close());
    await this.clock.load(database.pool);
    return database;
  }

  /** Looks at the clocks before anything is recorded, and from then on again and again. */
  private async watchClocks({ pool }: Database): Promise<EffectsGuard> {
    const { log } = this.setUp;
    const guard = new EffectsGuard({ pool, log });
    const look = () => (this.clock.kind === 'host' ? guard.look() : this.clock.refresh(pool));
    await look();
    const pulse = new DatabasePulse(look, (failing, error) =>
      failing
        ? log.caution('the database does not answer', {}, error)
        : log.info('the database answers again'),
    );
    pulse.start();
    this.closers.add('the watch over the database', () => pulse.stop());
    this.readiness.watch('database', () => pulse.state());
    this.readiness.watch('effects', () => guard.state());
    return guard;
  }

  private openJournal({ pool }: Database, links: BrokerLinks, calendar: CalendarInForce): Ledger {
    const { definition, config, log } = this.setUp;
    const nudges = new LiveNudges((correlation) => links.nudge(correlation));
    const relay = new Relay({
      pool,
      publisher: links.publisher,
      self: config.self,
      onError: (error) => log.caution('the relay tries again', {}, error),
    });
    this.relay = relay;
    const ledger = new Ledger({
      pool,
      stores: definition.stores(config.topology),
      topology: config.topology,
      self: config.self,
      now: this.clock.now,
      references: calendar,
      onCommitted: ({ correlations, published, armed, references }) => {
        if (published) relay.wake();
        if (armed) this.work?.deadlines.wake();
        if (references) this.work?.sweeper.wake();
        nudges.about(correlations);
      },
    });
    this.closers.add('the relay', () => relay.stop(RELAY_GRACE_MS));
    this.closers.add('the ledger', () => ledger.close());
    this.closers.add('live nudges', async () => nudges.stop());
    this.readiness.watch('relay', () => relayState(relay));
    return ledger;
  }

  private values({ database, links, ledger, calendar }: Opened): Map<symbol, unknown> {
    const { config } = this.setUp;
    return new Map<symbol, unknown>([
      [tokens.LEDGER, ledger],
      [tokens.CLOCK, this.clock.now],
      [tokens.NEW_ID, newId],
      [tokens.ENTITY_MANAGER, database.orm.em],
      [tokens.CALENDAR, calendar.askedThrough(ledger)],
      [tokens.PLACE_RULES, config.place],
      [tokens.TOPOLOGY, config.topology],
      [tokens.BUS_CLIENT, links.client],
      [tokens.CONFIG, config],
      [tokens.SELF, config.self],
    ]);
  }
}

interface Opened {
  readonly database: Database;
  readonly links: BrokerLinks;
  readonly ledger: Ledger;
  readonly calendar: CalendarInForce;
}

const STARTING = { zh: '正在启动。', en: 'Starting.' };
const STOPPING = { zh: '正在停止。', en: 'Stopping.' };
const WAITING_FOR_DATABASE = { zh: '正在等待数据库。', en: 'Waiting for the database.' };
