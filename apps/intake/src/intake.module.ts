import { SignedFileReceipts } from '@onewindow/files';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Ed25519Seal, Press } from '@onewindow/documents';
import type { ParticipantToken, Topology } from '@onewindow/contracts';
import { withCause, type Ledger } from '@onewindow/journal';
import type { Clock } from '@onewindow/kernel';
import {
  CALENDAR,
  CLOCK,
  CONFIG,
  ENTITY_MANAGER,
  LEDGER,
  NEW_ID,
  newQueryCode,
  NumberSeries,
  PLACE_RULES,
  SELF,
  SERVICE_PARTS,
  TOPOLOGY,
  type PlaceRules,
  type ServiceConfig,
  type ServiceParts,
} from '@onewindow/service';
import { calendarYearKind, type WorkingCalendar } from '@onewindow/statutory-clock';
import { commands, type Beside } from './adapters/bus/commands.js';
import { StoredCatalogueFiles } from './adapters/catalogue-file/stored-catalogue-files.js';
import { PaperRegister } from './adapters/papers/paper-register.js';
import { PaperRoom } from './adapters/papers/paper-room.js';
import { SealedPrinting } from './adapters/papers/paper-printing.js';
import { AjvSchemaCheck } from './adapters/forms/ajv-schema-check.js';
import { subscriptions } from './adapters/bus/subscriptions.js';
import { deadlines } from './adapters/deadlines.js';
import { PostgresBundlesOnFile } from './adapters/persistence/bundles-on-file.js';
import { PostgresCatalogueNotices } from './adapters/persistence/catalogue-notices.js';
import { PostgresPublishedCalendars } from './adapters/persistence/published-calendars.js';
import { ItemIndexer } from './adapters/search/item-indexer.js';
import { rederivations } from './adapters/rederivations.js';
import { APPLICATION } from './use-cases/aggregates.js';
import { IntakeUseCases } from './use-cases/intake-use-cases.js';
import { Following } from './views/following.js';
import { IntakeViews } from './views/intake-views.js';
import { ItemSearch } from './views/item-search.js';
import { PapersView } from './views/papers.js';
import { PublishedDecisions } from './views/published-decisions.js';
import { LockerView } from './views/locker-view.js';
import { CATALOGUE, catalogueProviders } from './catalogue.providers.js';

/** The composition root of intake: it and the providers of the catalogue alone know every part. */
@Module({
  providers: [
    ...catalogueProviders,
    {
      provide: IntakeUseCases,
      inject: [LEDGER, CLOCK, NEW_ID, ENTITY_MANAGER, PLACE_RULES, TOPOLOGY, CONFIG, CALENDAR],
      useFactory: (
        { transact }: Ledger,
        now: Clock,
        newId: () => string,
        em: EntityManager,
        place: PlaceRules,
        topology: Topology,
        { gatewayKeys, filesFolder }: ServiceConfig,
        calendar: () => WorkingCalendar,
      ) =>
        new IntakeUseCases({
          transact,
          now,
          newId,
          place,
          region: topology.region,
          calendar,
          calendars: new PostgresPublishedCalendars(em, topology),
          notices: new PostgresCatalogueNotices(em, topology),
          bundles: new PostgresBundlesOnFile(em),
          catalogueFiles: new StoredCatalogueFiles(filesFolder),
          checkAnswers: new AjvSchemaCheck().check,
          numbers: new NumberSeries(em),
          papers: new PaperRegister(em),
          receipts: new SignedFileReceipts(gatewayKeys.keys),
          newQueryCode,
        }),
    },
    {
      provide: IntakeViews,
      inject: [ENTITY_MANAGER, LEDGER, ItemSearch, PaperRegister],
      useFactory: (
        em: EntityManager,
        ledger: Ledger,
        search: ItemSearch,
        register: PaperRegister,
      ) =>
        new IntakeViews(
          em,
          {
            application: (id) => ledger.read(APPLICATION, id),
            calendar: (year) => ledger.read(calendarYearKind, year),
            paperNumbers: (id) => register.numbersIssuedIn(id),
          },
          search,
        ),
    },
    {
      provide: Following,
      inject: [ENTITY_MANAGER, PLACE_RULES, CALENDAR],
      useFactory: (em: EntityManager, place: PlaceRules, calendar: () => WorkingCalendar) =>
        new Following(em, place, calendar),
    },
    {
      provide: LockerView,
      inject: [ENTITY_MANAGER, CLOCK],
      useFactory: (em: EntityManager, now: Clock) => new LockerView(em, now),
    },
    {
      provide: PaperRegister,
      inject: [ENTITY_MANAGER],
      useFactory: (em: EntityManager) => new PaperRegister(em),
    },
    {
      provide: PublishedDecisions,
      inject: [ENTITY_MANAGER, PaperRegister, PLACE_RULES],
      useFactory: (em: EntityManager, register: PaperRegister, place: PlaceRules) =>
        new PublishedDecisions(em, register, place),
    },
    { provide: Press, useFactory: () => new Press() },
    {
      provide: PaperRoom,
      inject: [PaperRegister, Press, PLACE_RULES],
      useFactory: (register: PaperRegister, press: Press, place: PlaceRules) =>
        new PaperRoom(register, press, place),
    },
    {
      provide: PapersView,
      inject: [PaperRegister, Press, LEDGER, CONFIG, CLOCK],
      useFactory: (
        register: PaperRegister,
        press: Press,
        ledger: Ledger,
        { sealKeys, filesFolder: folder, publicUrl }: ServiceConfig,
        now: Clock,
      ) =>
        new PapersView(
          register,
          new SealedPrinting({
            register,
            press,
            seal: new Ed25519Seal(sealKeys),
            folder,
            publicUrl,
            now,
          }),
          (id) => ledger.read(APPLICATION, id),
        ),
    },
    {
      provide: SERVICE_PARTS,
      inject: [
        IntakeUseCases,
        IntakeViews,
        CATALOGUE,
        Following,
        LockerView,
        PapersView,
        PublishedDecisions,
        PLACE_RULES,
      ],
      useFactory: (
        intake: IntakeUseCases,
        views: IntakeViews,
        catalogue: Omit<Beside, 'following' | 'locker'>,
        following: Following,
        locker: LockerView,
        papers: PapersView,
        decisions: PublishedDecisions,
        place: PlaceRules,
      ): ServiceParts => ({
        commands: commands(intake, views, { ...catalogue, following, locker, papers, decisions }),
        subscriptions: subscriptions(intake),
        deadlines: deadlines(intake),
        rederivations: rederivations(place),
      }),
    },
  ],
})
export class IntakeModule implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    private readonly intake: IntakeUseCases,
    private readonly indexer: ItemIndexer,
    @Inject(SELF) private readonly self: ParticipantToken,
    private readonly paperRoom: PaperRoom,
  ) {}

  /** Who takes part is read at the start, so that is when somebody new has to be told what was published before. */
  async onApplicationBootstrap(): Promise<void> {
    await this.paperRoom.open();
    const cause = { id: `start:${this.self}`, actor: { kind: 'service', id: this.self } } as const;
    await withCause(cause, async () => {
      await this.intake.tellCalendars();
      await this.intake.tellCatalogue();
    });
    this.indexer.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.indexer.stop(), this.paperRoom.close()]);
  }
}
