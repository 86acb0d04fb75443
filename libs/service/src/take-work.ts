import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CommandServer, EventStrategy, type RouteLoop } from '@onewindow/bus';
import { DeadlineRunner, RouteReader, Sweeper, type Ledger } from '@onewindow/journal';
import { aroundCommands } from './around-commands.js';
import type { CalendarGround, CalendarInForce } from './calendar/calendar-in-force.js';
import type { BrokerLinks } from './broker-links.js';
import type { ServiceConfig } from './config.js';
import type { Database } from './database.js';
import type { EffectsGuard } from './effects-guard.js';
import type { ServiceLog } from './log.js';
import { operationsAnswered, type OperatedParts } from './operations.js';
import { routesIn } from './routes-in.js';
import type { ServiceClock } from './service-clock.js';
import type { ServiceDefinition, ServiceParts } from './service-definition.js';

/** What the three entrances of a service work with. */
export interface Workplace {
  readonly config: ServiceConfig;
  readonly definition: ServiceDefinition;
  readonly parts: ServiceParts;
  readonly log: ServiceLog;
  readonly database: Database;
  readonly links: BrokerLinks;
  readonly ledger: Ledger;
  readonly clock: ServiceClock;
  readonly guard: EffectsGuard;
  readonly calendar: CalendarInForce;
  /** Nest's application, which the bus's strategies are connected to. */
  readonly application: NestFastifyApplication;
}

/** The entrances of a service: commands, events and deadlines. */
export interface Work {
  readonly deadlines: DeadlineRunner;
  readonly sweeper: Sweeper<CalendarGround>;
  /** Resolves when commands can be asked. */
  open(): Promise<void>;
  /** Lets nothing in any more and finishes what is in. */
  stop(): Promise<void>;
}

export function takeWork(place: Workplace): Work {
  const { application } = place;
  const deadlines = deadlinesOf(place);
  const sweeper = sweeperOf(place);
  const routes = routesOf(place);
  const readers = routes.map((each) => each.reader);
  const commands = commandsOf(place, { deadlines, sweeper, readers });
  const events = new EventStrategy(() => routes.map((each) => each.loop));
  return {
    deadlines,
    sweeper,
    open: async () => {
      application.connectMicroservice({ strategy: commands });
      application.connectMicroservice({ strategy: events });
      await application.startAllMicroservices();
      deadlines.start();
      sweeper.start();
    },
    stop: async () => {
      await Promise.all([commands.close(), events.close(), deadlines.stop(), sweeper.stop()]);
    },
  };
}

function deadlinesOf({ ledger, database, parts, clock, guard, log }: Workplace): DeadlineRunner {
  const deadlines = new DeadlineRunner({
    ledger,
    pool: database.pool,
    handlers: parts.deadlines,
    now: clock.now,
    isSteady: () => guard.isSteady(),
    onError: (error) => log.failure('deadlines are tried again', error),
  });
  clock.onMoved(() => deadlines.wake());
  guard.whenHaltedOrResumed((halted) => {
    if (halted) deadlines.pause();
    else deadlines.resume();
  });
  return deadlines;
}

function sweeperOf(place: Workplace): Sweeper<CalendarGround> {
  const { ledger, database, parts, clock, config, definition, calendar, log } = place;
  return new Sweeper({
    pool: database.pool,
    ledger,
    stores: definition.stores(config.topology),
    topology: config.topology,
    self: config.self,
    now: clock.now,
    rederivations: parts.rederivations ?? [],
    reference: calendar,
    onError: (error) => log.failure('open dates are derived again', error),
  });
}

function routesOf(place: Workplace): readonly { reader: RouteReader; loop: RouteLoop }[] {
  const { ledger, database, parts, links, log, config, definition, clock, guard } = place;
  const routes = routesIn(definition.service, config.topology, parts.subscriptions);
  if (clock.kind === 'host') guard.expectPeers(routes.map(({ producer }) => producer));
  return routes.map(({ producer, subscriptions }) => {
    const source = links.source(producer, (reading) => guard.hear(reading));
    const reader = new RouteReader({
      ledger,
      pool: database.pool,
      self: config.self,
      producer,
      source,
      subscriptions,
      onError: (error) => log.failure('a route is read again', error, { producer }),
    });
    return {
      reader,
      loop: {
        start: () => reader.start(),
        stop: async () => {
          await reader.stop();
          await source.close();
        },
      },
    };
  });
}

function commandsOf(
  place: Workplace,
  loops: Pick<OperatedParts, 'deadlines' | 'sweeper' | 'readers'>,
): CommandServer {
  const { config, definition, parts, log, database, links, ledger, clock, guard } = place;
  const operations = operationsAnswered({
    service: definition.service,
    self: config.self,
    region: config.topology.region,
    pool: database.pool,
    clock,
    guard,
    ...loops,
  });
  return new CommandServer({
    connection: links.commands,
    topology: config.topology,
    tokens: links.tokens,
    answers: [...parts.commands, ...operations],
    around: aroundCommands(ledger),
    maxInFlightOfDepartment: config.requestsOfDepartment,
    log,
  });
}
