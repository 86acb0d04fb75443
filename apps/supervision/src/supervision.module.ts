import type { EntityManager } from '@mikro-orm/postgresql';
import { Module } from '@nestjs/common';
import type { Ledger } from '@onewindow/journal';
import type { Clock } from '@onewindow/kernel';
import {
  CALENDAR,
  CLOCK,
  CONFIG,
  ENTITY_MANAGER,
  LEDGER,
  NEW_ID,
  SERVICE_PARTS,
  type ServiceConfig,
  type ServiceParts,
} from '@onewindow/service';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import { commands } from './adapters/bus/commands.js';
import { subscriptions } from './adapters/bus/subscriptions.js';
import { deadlines } from './adapters/deadlines.js';
import { rederivations } from './adapters/rederivations.js';
import { HANDOVER } from './use-cases/aggregates.js';
import { SupervisionUseCases } from './use-cases/supervision-use-cases.js';
import { ItemsView } from './views/items-view.js';
import { SupervisionViews } from './views/supervision-views.js';

const servedBy = ({ participant, topology }: ServiceConfig) => ({
  departments: participant.departments ?? [],
  region: topology.region,
});

/** The composition root of supervision: the only file that knows every part. */
@Module({
  providers: [
    {
      provide: SupervisionUseCases,
      inject: [LEDGER, CLOCK, NEW_ID, CALENDAR, CONFIG],
      useFactory: (
        { transact }: Ledger,
        now: Clock,
        newId: () => string,
        calendar: () => WorkingCalendar,
        config: ServiceConfig,
      ) => new SupervisionUseCases({ transact, now, newId, calendar, ...servedBy(config) }),
    },
    {
      provide: SupervisionViews,
      inject: [ENTITY_MANAGER, LEDGER, CONFIG],
      useFactory: (em: EntityManager, ledger: Ledger, config: ServiceConfig) =>
        new SupervisionViews(em, (id) => ledger.read(HANDOVER, id), servedBy(config)),
    },
    {
      provide: ItemsView,
      inject: [ENTITY_MANAGER, CONFIG],
      useFactory: (em: EntityManager, config: ServiceConfig) => new ItemsView(em, servedBy(config)),
    },
    {
      provide: SERVICE_PARTS,
      inject: [SupervisionUseCases, SupervisionViews, ItemsView],
      useFactory: (
        supervision: SupervisionUseCases,
        views: SupervisionViews,
        items: ItemsView,
      ): ServiceParts => ({
        commands: commands(supervision, views, items),
        subscriptions: subscriptions(supervision),
        deadlines: deadlines(supervision),
        rederivations,
      }),
    },
  ],
})
export class SupervisionModule {}
