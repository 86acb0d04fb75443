import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CommandServer, EventStrategy, type RouteLoop } from '@onewindow/bus';
import { DeadlineRunner, RouteReader, type Ledger } from '@onewindow/journal';
import { aroundCommands } from './around-commands.js';
import type { BrokerLinks } from './broker-links.js';
import type { ServiceConfig } from './config.js';
import type { Database } from './database.js';
import type { EffectsGuard } from './effects-guard.js';
import type { ServiceLog } from './log.js';
import { operationsAnswered } from './operations.js';
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
  /** Nest's application, which the bus's strategies are connected to. */
  readonly application: NestFastifyApplication;
}

/** The entrances of a service: commands, events and deadlines. */
export interface Work {
  readonly deadlines: DeadlineRunner;
  /** Resolves when commands can be asked. */
  open(): Promise<void>;
  /** Lets nothing in any more and finishes what is in. */
  stop(): Promise<void>;
}

export function takeWork(place: Workplace): Work {
  const { application } = place;
  const deadlines = deadlinesOf(place);
  const routes = routesOf(place);
  const commands = commandsOf(
    place,
    deadlines,
    routes.map((each) => each.reader),
  );
  const events = new EventStrategy(() => routes.map((each) => each.loop));
  return {
    deadlines,
    open: async () => {
      application.connectMicroservice({ strategy: commands });
      application.connectMicroservice({ strategy: events });
      await application.startAllMicroservices();
      deadlines.start();
    },
    stop: async () => {
      await Promise.all([commands.close(), events.close(), deadlines.stop()]);
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

function routesOf(place: Workplace): readonly { reader: RouteReader; loop: RouteLoop }[] {
  const { ledger, database, parts, links, log, config, definition } = place;
  const routes = routesIn(definition.service, config.topology, parts.subscriptions);
  return routes.map(({ producer, subscriptions }) => {
    const source = links.source(producer);
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
  deadlines: DeadlineRunner,
  readers: readonly RouteReader[],
): CommandServer {
  const { config, definition, parts, log, database, links, ledger, clock, guard } = place;
  const operations = operationsAnswered({
    service: definition.service,
    self: config.self,
    pool: database.pool,
    clock,
    guard,
    deadlines,
    readers,
  });
  return new CommandServer({
    connection: links.commands,
    topology: config.topology,
    tokens: links.tokens,
    answers: [...parts.commands, ...operations],
    around: aroundCommands(ledger),
    log,
  });
}
