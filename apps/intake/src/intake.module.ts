import type { EntityManager } from '@mikro-orm/postgresql';
import { Module } from '@nestjs/common';
import type { Topology } from '@onewindow/contracts';
import type { Ledger } from '@onewindow/journal';
import type { Clock } from '@onewindow/kernel';
import {
  CLOCK,
  CONFIG,
  ENTITY_MANAGER,
  LEDGER,
  NEW_ID,
  newQueryCode,
  NumberSeries,
  PLACE_RULES,
  SERVICE_PARTS,
  TOPOLOGY,
  type PlaceRules,
  type ServiceConfig,
  type ServiceParts,
} from '@onewindow/service';
import { WorkingCalendar } from '@onewindow/statutory-clock';
import { commands } from './adapters/bus/commands.js';
import { subscriptions } from './adapters/bus/subscriptions.js';
import { deadlines } from './adapters/deadlines.js';
import { SignedFileReceipts } from './adapters/signed-file-receipts.js';
import { APPLICATION, BUNDLE, CATALOGUE_ITEM } from './use-cases/aggregates.js';
import { IntakeUseCases } from './use-cases/intake-use-cases.js';
import { Following } from './views/following.js';
import { IntakeViews } from './views/intake-views.js';
import { LockerView } from './views/locker-view.js';

const published = WorkingCalendar.published();

/** The composition root of intake: the only file that knows every part. */
@Module({
  providers: [
    {
      provide: IntakeUseCases,
      inject: [LEDGER, CLOCK, NEW_ID, ENTITY_MANAGER, PLACE_RULES, TOPOLOGY, CONFIG],
      useFactory: (
        { transact }: Ledger,
        now: Clock,
        newId: () => string,
        em: EntityManager,
        place: PlaceRules,
        { region }: Topology,
        { gatewayKeys }: ServiceConfig,
      ) =>
        new IntakeUseCases({
          transact,
          now,
          newId,
          place,
          region,
          calendar: () => published,
          numbers: new NumberSeries(em),
          receipts: new SignedFileReceipts(gatewayKeys.keys),
          newQueryCode,
        }),
    },
    {
      provide: IntakeViews,
      inject: [ENTITY_MANAGER, LEDGER],
      useFactory: (em: EntityManager, ledger: Ledger) =>
        new IntakeViews(em, {
          application: (id) => ledger.read(APPLICATION, id),
          item: (code) => ledger.read(CATALOGUE_ITEM, code),
          bundle: (code) => ledger.read(BUNDLE, code),
        }),
    },
    {
      provide: Following,
      inject: [ENTITY_MANAGER, PLACE_RULES],
      useFactory: (em: EntityManager, place: PlaceRules) =>
        new Following(em, place, () => published),
    },
    {
      provide: LockerView,
      inject: [ENTITY_MANAGER, CLOCK],
      useFactory: (em: EntityManager, now: Clock) => new LockerView(em, now),
    },
    {
      provide: SERVICE_PARTS,
      inject: [IntakeUseCases, IntakeViews, Following, LockerView],
      useFactory: (
        intake: IntakeUseCases,
        views: IntakeViews,
        following: Following,
        locker: LockerView,
      ): ServiceParts => ({
        commands: commands(intake, views, { following, locker }),
        subscriptions: subscriptions(intake),
        deadlines: deadlines(intake),
      }),
    },
  ],
})
export class IntakeModule {}
