import type { EntitySchema } from '@mikro-orm/core';
import type { Answering } from '@onewindow/bus';
import type { JournalService, Topology } from '@onewindow/contracts';
import type {
  AggregateStore,
  DeadlineHandler,
  Rederivation,
  Subscription,
} from '@onewindow/journal';
import type { CalendarGround } from './calendar/calendar-in-force.js';
import type { ServiceMigrationClass } from './service-migration.js';

/** What a service is made of before its container exists. */
export interface ServiceDefinition {
  readonly service: JournalService;
  /** The aggregates that the service writes. */
  readonly stores: (topology: Topology) => readonly AggregateStore[];
  /** MikroORM schemas that the views read, made with `defineEntity`. */
  readonly entities: readonly EntitySchema[];
  /**
   * The service's own tables, in order: aggregate tables and read models. The journal's tables and the
   * platform's are made before them by `startService`, so no migration of a service makes those.
   */
  readonly migrations: readonly ServiceMigrationClass[];
}

/** What the service does: provided by its module under `SERVICE_PARTS`. */
export interface ServiceParts {
  /** Made with `answers(contract, handler)` of the bus; commands and queries alike. */
  readonly commands: readonly Answering[];
  /** Made with `hears(contract, handler)` of the journal. */
  readonly subscriptions: readonly Subscription[];
  /** Made with `onDeadline(kind, deadlineKind, handler)` of the journal. */
  readonly deadlines: readonly DeadlineHandler[];
  /** Made with `rederives(kind, …)` of the journal: what is derived anew when a calendar was published. */
  readonly rederivations?: readonly Rederivation<CalendarGround>[];
}
