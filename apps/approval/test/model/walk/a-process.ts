import { createHash, randomUUID } from 'node:crypto';
import type { AnyEventContract, EventMessage } from '@onewindow/contracts';
import {
  canonicalJson,
  DeadlineRunner,
  Ledger,
  Sweeper,
  withCause,
  type Subscription,
} from '@onewindow/journal';
import { instantOf, type Actor, type Clock } from '@onewindow/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import type pg from 'pg';
import { CalendarInForce, type CalendarGround } from '@onewindow/service';
import { deadlines } from '../../../src/adapters/deadlines.js';
import { PostgresOfficers } from '../../../src/adapters/persistence/postgres-officers.js';
import { PostgresQuotas } from '../../../src/adapters/persistence/postgres-quotas.js';
import { stores } from '../../../src/adapters/persistence/stores.js';
import { rederivations } from '../../../src/adapters/rederivations.js';
import { subscriptions } from '../../../src/adapters/bus/subscriptions.js';
import type { WorkRules } from '../../../src/domain/officers/assigning.js';
import { timePolicies } from '../../../src/policies/when-time-passes.js';
import type { ApprovalUseCases } from '../../../src/use-cases/approval-use-cases.js';
import { topology } from '../../a-bureau.js';
import { anApproval, PLACE } from '../../an-approval.js';
import { Killable, type KillPoint } from './killable.js';
import { REGION } from './officials.js';
import { publishedSince } from './published-since.js';

const SELF = 'approval-bureau';

/** Where on the database a path begins. */
export interface Path {
  /** Every notice of a calendar before it has an edition up to this one. */
  readonly edition: number;
  /** No case of it has a lower number. */
  readonly firstCase: string;
  /** How its place distributes work, where not as others do. */
  readonly work: Partial<WorkRules>;
}

/** Where a message stands on its route, which is what the inbox knows it by. */
export interface Told {
  readonly position: number;
  readonly eventId: string;
}

/** One process of approval on a database that it shares with others: its ledger, its runner of deadlines, its use cases. */
export class ApprovalProcess {
  readonly approval: ApprovalUseCases;
  /** Knows which items have a quota. */
  readonly quotas: PostgresQuotas;
  private readonly ledger: Ledger;
  private readonly runner: DeadlineRunner;
  private readonly calendar: CalendarInForce;
  private readonly sweeper: Sweeper<CalendarGround>;
  private readonly subscriptions: readonly Subscription[];
  private readonly life: Killable;

  /** What was on the database before the path began is nothing to it: calendars and cases. */
  constructor(pool: pg.Pool, now: Clock, path: Path) {
    this.life = new Killable(pool);
    this.calendar = new CalendarInForce(publishedSince(this.life.pool, path.edition), REGION);
    this.ledger = new Ledger({
      pool: this.life.pool,
      stores: stores(),
      topology,
      self: SELF,
      now,
      references: this.calendar,
      onCommitted: ({ references }) => {
        this.runner.wake();
        if (references) this.sweeper.wake();
      },
    });
    const { transact } = this.ledger;
    const em = queriesOf(this.life.pool);
    this.quotas = new PostgresQuotas(em);
    const officers = new PostgresOfficers(em);
    const calendar = this.calendar.askedThrough(this.ledger);
    const place = { ...PLACE, work: { ...PLACE.work, ...path.work } };
    const means = {
      transact,
      now,
      newId: randomUUID,
      officers,
      quotas: this.quotas,
      calendar,
      place,
    };
    this.approval = anApproval(means).approval;
    this.subscriptions = subscriptions(this.approval);
    this.runner = new DeadlineRunner({
      ledger: this.ledger,
      pool: this.life.pool,
      handlers: deadlines(timePolicies(this.approval)),
      now,
    });
    this.sweeper = new Sweeper({
      pool: this.life.pool,
      ledger: this.ledger,
      stores: stores(),
      topology,
      self: SELF,
      now,
      rederivations: rederivations(PLACE).map((each) => ({
        ...each,
        open: `${each.open} and state->>'caseNumber' >= '${path.firstCase}'`,
      })),
      reference: this.calendar,
    });
    this.runner.start();
  }

  /** Counts by the calendar in force from the first act on. */
  async begin(): Promise<void> {
    await this.calendar.refresh();
  }

  /** By which it counts. */
  async calendarInForce(): Promise<WorkingCalendar> {
    await this.calendar.refresh();
    return this.calendar.ground({ target: '' }).calendar;
  }

  /** From now on dates are derived anew when a calendar is published. */
  followCalendar(): void {
    this.sweeper.start();
  }

  get isDead(): boolean {
    return this.life.isDead;
  }

  /** It dies when it next commits, there; or with the commit that follows so many. */
  dieAt(point: KillPoint, commitsBefore?: number): void {
    this.life.dieAt(point, commitsBefore);
  }

  /** It goes on after all, if it has not come to the point. */
  spare(): void {
    this.life.spare();
  }

  /** A command as it comes from the gateway; the same key is the same command. */
  answer<Reply>(
    {
      key,
      request,
      actor,
    }: { readonly key: string; readonly request: object; readonly actor: Actor },
    work: () => Promise<Reply>,
  ): Promise<Reply> {
    const requestHash = createHash('sha256').update(canonicalJson(request)).digest('hex');
    return withCause({ id: `command:gateway-centre/${key}`, actor }, () =>
      this.ledger.answer({ caller: 'gateway-centre', key, requestHash }, work),
    );
  }

  /** An event as its reader hands it over; the same position is the same event. */
  async hear(
    contract: AnyEventContract,
    payload: object,
    { position, eventId }: Told,
  ): Promise<'done' | 'handled' | 'repeated' | 'stale'> {
    const { handle } = this.subscriptions.find((each) => each.contract.id === contract.id)!;
    const producer = 'intake-centre';
    const actor = { kind: 'service', id: producer } as const;
    const message: EventMessage = {
      producer,
      recipient: SELF,
      position,
      previousOnRoute: position - 1,
      epoch: 1,
      eventId,
      name: contract.name,
      version: contract.version,
      aggregate: 'application',
      aggregateId: eventId,
      aggregateVersion: 1,
      occurredAt: instantOf('2026-01-01T00:00:00.000Z'),
      actor,
      cause: `spec:${String(position)}`,
      correlation: eventId,
      hash: 'f'.repeat(64),
      payload: JSON.stringify(payload),
    };
    const performed = await withCause({ id: eventId, actor }, () =>
      this.ledger.perform(
        () => handle(payload, message),
        () => ({ inbox: { producer, position, eventId } }),
      ),
    );
    return performed.kind;
  }

  wake(): void {
    this.runner.wake();
    this.sweeper.wake();
  }

  isQuiet(): Promise<boolean> {
    return this.runner.isQuiet();
  }

  /** Every open date was derived from the calendar in force. */
  isUpToDate(): Promise<boolean> {
    return this.sweeper.isQuiet();
  }

  async stop(): Promise<void> {
    await Promise.all([this.runner.stop(), this.sweeper.stop()]);
    if (!this.isDead) await this.ledger.close();
  }
}

/** As much of an entity manager as the plain queries of the adapters take. */
const queriesOf = (pool: pg.Pool): EntityManager => {
  const execute = async (query: string, values: unknown[] = []) => {
    let parameter = 0;
    const text = query.replaceAll('?', () => `$${String((parameter += 1))}`);
    const { rows } = await pool.query<object>(text, values);
    return rows;
  };
  return { fork: () => ({ execute }) } as unknown as EntityManager;
};
