import { SignedFileReceipts } from '@onewindow/files';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Module } from '@nestjs/common';
import type { Topology } from '@onewindow/contracts';
import type { Ledger } from '@onewindow/journal';
import type { Clock } from '@onewindow/kernel';
import {
  CALENDAR,
  CLOCK,
  CONFIG,
  ENTITY_MANAGER,
  LEDGER,
  NEW_ID,
  NumberSeries,
  PLACE_RULES,
  SERVICE_PARTS,
  TOPOLOGY,
  type PlaceRules,
  type ServiceConfig,
  type ServiceParts,
} from '@onewindow/service';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import { commands } from './adapters/bus/commands.js';
import { subscriptions } from './adapters/bus/subscriptions.js';
import { deadlines } from './adapters/deadlines.js';
import { rederivations } from './adapters/rederivations.js';
import { AGENCY, PROJECT, SIGN_UP_REGISTER } from './use-cases/aggregates.js';
import { MarketUseCases } from './use-cases/market-use-cases.js';
import { MarketViews } from './views/market-views.js';

const SEED_BYTES = 32;

/** The composition root of the market: the only file that knows every part. */
@Module({
  providers: [
    {
      provide: MarketUseCases,
      inject: [LEDGER, CLOCK, NEW_ID, ENTITY_MANAGER, CALENDAR, PLACE_RULES, TOPOLOGY, CONFIG],
      useFactory: (
        { transact }: Ledger,
        now: Clock,
        newId: () => string,
        em: EntityManager,
        calendar: () => WorkingCalendar,
        { market }: PlaceRules,
        { region }: Topology,
        { gatewayKeys }: ServiceConfig,
      ) =>
        new MarketUseCases({
          transact,
          now,
          newId,
          place: market,
          region,
          calendar,
          newSeed: () => randomBytes(SEED_BYTES).toString('hex'),
          numbers: new NumberSeries(em),
          receipts: new SignedFileReceipts(gatewayKeys.keys),
        }),
    },
    {
      provide: MarketViews,
      inject: [ENTITY_MANAGER, LEDGER, TOPOLOGY],
      useFactory: (em: EntityManager, ledger: Ledger, { region }: Topology) =>
        new MarketViews(
          em,
          {
            project: (number) => ledger.read(PROJECT, number),
            register: (number) => ledger.read(SIGN_UP_REGISTER, number),
            agency: (creditCode) => ledger.read(AGENCY, creditCode),
          },
          region,
        ),
    },
    {
      provide: SERVICE_PARTS,
      inject: [MarketUseCases, MarketViews, PLACE_RULES],
      useFactory: (
        market: MarketUseCases,
        views: MarketViews,
        place: PlaceRules,
      ): ServiceParts => ({
        commands: commands(market, views),
        subscriptions: subscriptions(market),
        deadlines: deadlines(market),
        rederivations: rederivations(place),
      }),
    },
  ],
})
export class IntermediaryMarketModule {}
