import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { supervisionOf, type ParticipantToken, type Topology } from '@onewindow/contracts';
import { withCause, type Ledger } from '@onewindow/journal';
import type { Clock } from '@onewindow/kernel';
import {
  CALENDAR,
  CLOCK,
  CONFIG,
  ENTITY_MANAGER,
  journalSteps,
  LEDGER,
  NEW_ID,
  PLACE_RULES,
  SELF,
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
import { PostgresApprovalRecords } from './adapters/persistence/postgres-approval-records.js';
import { PostgresConsultations } from './adapters/persistence/postgres-consultations.js';
import { PostgresProcesses } from './adapters/persistence/postgres-processes.js';
import { PostgresQuotas } from './adapters/persistence/postgres-quotas.js';
import { PostgresOfficers } from './adapters/persistence/postgres-officers.js';
import { PostgresTasks } from './adapters/persistence/postgres-tasks.js';
import { officerCommands } from './adapters/bus/officer-commands.js';
import { quotaCommands } from './adapters/bus/quota-commands.js';
import { TaskViews } from './views/task-views.js';
import { rederivations } from './adapters/rederivations.js';
import { SignedFileReceipts } from './adapters/signed-file-receipts.js';
import { fingerprint } from './adapters/fingerprint.js';
import { newVerificationCode } from './adapters/verification-code.js';
import { timePolicies } from './policies/when-time-passes.js';
import { ApprovalUseCases } from './use-cases/approval-use-cases.js';
import { countingOf } from './use-cases/counting.js';
import { ApprovalViews } from './views/approval-views.js';
import { Following } from './views/following.js';
import { OpinionViews } from './views/opinion-views.js';
import { ProcessViews } from './views/process-views.js';
import { QuotaViews } from './views/quota-views.js';

/** The composition root of approval: the only file that knows every part. */
@Module({
  providers: [
    {
      provide: PostgresApprovalRecords,
      inject: [ENTITY_MANAGER],
      useFactory: (em: EntityManager) => new PostgresApprovalRecords(em),
    },
    {
      provide: PostgresOfficers,
      inject: [ENTITY_MANAGER],
      useFactory: (em: EntityManager) => new PostgresOfficers(em),
    },
    {
      provide: PostgresQuotas,
      inject: [ENTITY_MANAGER],
      useFactory: (em: EntityManager) => new PostgresQuotas(em),
    },
    {
      provide: ApprovalUseCases,
      inject: [
        LEDGER,
        CLOCK,
        NEW_ID,
        CALENDAR,
        PLACE_RULES,
        TOPOLOGY,
        CONFIG,
        PostgresApprovalRecords,
        PostgresOfficers,
        PostgresQuotas,
      ],
      useFactory: (
        { transact }: Ledger,
        now: Clock,
        newId: () => string,
        calendar: () => WorkingCalendar,
        place: PlaceRules,
        topology: Topology,
        { gatewayKeys }: ServiceConfig,
        waitingHandovers: PostgresApprovalRecords,
        officers: PostgresOfficers,
        quotas: PostgresQuotas,
      ) =>
        new ApprovalUseCases({
          transact,
          now,
          newId,
          calendar,
          place,
          waitingHandovers,
          quotas,
          officers,
          newVerificationCode,
          fingerprint,
          receipts: new SignedFileReceipts(gatewayKeys.keys),
          supervisingInstance: (department) => supervisionOf(topology, department),
        }),
    },
    {
      provide: ApprovalViews,
      inject: [PostgresApprovalRecords, CALENDAR, PLACE_RULES, CLOCK],
      useFactory: (
        records: PostgresApprovalRecords,
        calendar: () => WorkingCalendar,
        place: PlaceRules,
        now: Clock,
      ) =>
        new ApprovalViews({
          records,
          now,
          counting: () => countingOf({ calendar, place }),
          rules: place.work,
        }),
    },
    {
      provide: ProcessViews,
      inject: [ENTITY_MANAGER],
      useFactory: (em: EntityManager) => new ProcessViews(new PostgresProcesses(em)),
    },
    {
      provide: QuotaViews,
      inject: [PostgresQuotas, CLOCK],
      useFactory: (records: PostgresQuotas, now: Clock) => new QuotaViews({ records, now }),
    },
    {
      provide: Following,
      inject: [PostgresApprovalRecords, QuotaViews, ENTITY_MANAGER, CALENDAR, PLACE_RULES, CLOCK],
      useFactory: (
        records: PostgresApprovalRecords,
        quotas: QuotaViews,
        em: EntityManager,
        calendar: () => WorkingCalendar,
        place: PlaceRules,
        now: Clock,
      ) =>
        new Following({
          records,
          place,
          now,
          counting: () => countingOf({ calendar, place }),
          journal: (applicationId) => journalSteps(em, applicationId),
          placeUnderQuota: (of, track) => quotas.placeOf(of, track),
        }),
    },
    {
      provide: OpinionViews,
      inject: [ENTITY_MANAGER, PostgresApprovalRecords, CALENDAR, PLACE_RULES, CLOCK],
      useFactory: (
        em: EntityManager,
        cases: PostgresApprovalRecords,
        calendar: () => WorkingCalendar,
        place: PlaceRules,
        now: Clock,
      ) =>
        new OpinionViews({
          records: new PostgresConsultations(em),
          cases,
          rules: place.work,
          calendar,
          now,
        }),
    },
    {
      provide: TaskViews,
      inject: [ENTITY_MANAGER, PLACE_RULES, CLOCK],
      useFactory: (em: EntityManager, place: PlaceRules, now: Clock) =>
        new TaskViews({ records: new PostgresTasks(em), rules: place.work, now }),
    },
    {
      provide: SERVICE_PARTS,
      inject: [
        ApprovalUseCases,
        ApprovalViews,
        Following,
        OpinionViews,
        QuotaViews,
        ProcessViews,
        TaskViews,
        PLACE_RULES,
      ],
      useFactory: (
        approval: ApprovalUseCases,
        views: ApprovalViews,
        following: Following,
        opinions: OpinionViews,
        quotas: QuotaViews,
        processes: ProcessViews,
        tasks: TaskViews,
        place: PlaceRules,
      ): ServiceParts => ({
        commands: [
          ...commands(approval, views, following, opinions, processes),
          ...officerCommands(approval, tasks),
          ...quotaCommands(approval, quotas),
        ],
        subscriptions: subscriptions(approval),
        deadlines: deadlines(timePolicies(approval)),
        rederivations: rederivations(place),
      }),
    },
  ],
})
export class ApprovalModule implements OnApplicationBootstrap {
  constructor(
    private readonly approval: ApprovalUseCases,
    @Inject(SELF) private readonly self: ParticipantToken,
  ) {}

  /** Who takes part is read at the start, so that is when a department may have got its instance. */
  async onApplicationBootstrap(): Promise<void> {
    const cause = { id: `start:${this.self}`, actor: { kind: 'service', id: this.self } } as const;
    await withCause(cause, () => this.approval.sendWaitingHandovers());
  }
}
