import { randomUUID } from 'node:crypto';
import type { AnyEventContract } from '@onewindow/contracts';
import { verifyJournal } from '@onewindow/journal';
import type { Instant } from '@onewindow/kernel';
import { aServiceDatabase, type ServiceDatabase } from '@onewindow/service/testing';
import { eventually } from '@onewindow/testing';
import type pg from 'pg';
import { approvalService } from '../../../src/approval-service.js';
import type { WorkRules } from '../../../src/domain/officers/assigning.js';
import { ACCEPTED } from '../../fixtures.js';
import { ApprovalProcess, type Told } from './a-process.js';

/** An approval office: one database, two processes on it, and a clock that the spec moves. */
export class Office {
  private processes: ApprovalProcess[] = [];
  private serial = 0;
  private position = 0;
  private now: Instant = ACCEPTED;
  private work: Partial<WorkRules> = {};

  private constructor(private readonly database: ServiceDatabase) {}

  static async open(): Promise<Office> {
    return new Office(await aServiceDatabase(approvalService));
  }

  async close(): Promise<void> {
    await Promise.all(this.processes.map((each) => each.stop()));
    await this.database.close();
  }

  get pool(): pg.Pool {
    return this.database.pool;
  }

  /** Time begins anew with each path: what earlier ones waited for is over, and nobody looks with the time of before. */
  async beginAt(now: Instant, work: Partial<WorkRules> = {}): Promise<void> {
    await Promise.all(this.processes.map((each) => each.stop()));
    await this.database.tamperer.query(
      `update deadline set state = 'cancelled' where state = 'armed'`,
    );
    this.now = now;
    this.work = work;
    this.processes = [this.started(), this.started()];
  }

  /** Of what a path needs a new one of. */
  next(): number {
    return (this.serial += 1);
  }

  process(index: number): ApprovalProcess {
    return this.processes[index % 2]!;
  }

  /** Another process takes the place of one that died; what that one had claimed is free when its lease has run out. */
  async replace(index: number): Promise<void> {
    await this.process(index).stop();
    await this.database.tamperer.query('update deadline set claimed_until = null');
    this.processes[index % 2] = this.started();
  }

  /** A new message, or the same one again. Which it was is for the inbox to notice. */
  hear(
    index: number,
    contract: AnyEventContract,
    payload: object,
    message: Told = this.newMessage(),
  ): Promise<string> {
    return this.process(index).hear(contract, payload, message);
  }

  newMessage(): Told {
    return { position: (this.position += 1), eventId: randomUUID() };
  }

  async moveTo(now: Instant): Promise<void> {
    this.now = now;
    await this.settled();
  }

  moveWithoutWaiting(now: Instant): void {
    this.now = now;
    for (const each of this.processes) each.wake();
  }

  /** Everything that is due has happened, or a process has died over it. */
  async settled(): Promise<void> {
    for (const each of this.processes) each.wake();
    await eventually(
      async () => {
        if (this.processes.some(({ isDead }) => isDead)) return true;
        const quiet = await Promise.all(this.processes.map((each) => each.isQuiet()));
        return quiet.every(Boolean);
      },
      { everyMs: 4 },
    );
  }

  async faults(): Promise<readonly unknown[]> {
    return (await verifyJournal(this.database.pool)).faults;
  }

  private started(): ApprovalProcess {
    return new ApprovalProcess(this.database.pool, () => this.now, this.work);
  }
}
