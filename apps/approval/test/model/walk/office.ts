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
import { ApprovalProcess, type Path, type Told } from './a-process.js';
import { caseNumberOf } from './accepted.js';

/** An approval office: one database, two processes on it, and a clock that the spec moves. */
export class Office {
  private processes: ApprovalProcess[] = [];
  private serial = 0;
  private position = 0;
  private now: Instant = ACCEPTED;
  /** Notices of calendars, of whatever year. */
  private edition = 1;
  private path: Path = { edition: 1, firstCase: caseNumberOf(0), work: {} };
  private followsCalendar = false;

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
    if (this.followsCalendar) await this.database.tamperer.query('delete from journal_sweep');
    this.now = now;
    this.followsCalendar = false;
    this.path = { edition: this.edition, firstCase: caseNumberOf(this.serial + 1), work };
    this.processes = [await this.started(), await this.started()];
  }

  /** The edition of the next notice of a calendar. Whoever counts by it derives its dates anew from here on. */
  nextEdition(): number {
    this.followsCalendar = true;
    for (const each of this.processes) each.followCalendar();
    return (this.edition += 1);
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
    this.processes[index % 2] = await this.started();
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

  /** What follows from a published calendar has followed; where none was, nothing does. */
  async followed(): Promise<void> {
    if (this.followsCalendar) await this.settled();
  }

  /** Everything that is due has happened, or a process has died over it. */
  async settled(): Promise<void> {
    for (const each of this.processes) each.wake();
    await eventually(
      async () => {
        if (this.processes.some(({ isDead }) => isDead)) return true;
        if (this.followsCalendar && !(await all(this.processes, (each) => each.isUpToDate()))) {
          return false;
        }
        return all(this.processes, (each) => each.isQuiet());
      },
      { everyMs: 4 },
    );
  }

  async faults(): Promise<readonly unknown[]> {
    return (await verifyJournal(this.database.pool)).faults;
  }

  private async started(): Promise<ApprovalProcess> {
    const process = new ApprovalProcess(this.database.pool, () => this.now, this.path);
    await process.begin();
    if (this.followsCalendar) process.followCalendar();
    return process;
  }
}

const all = async (
  processes: readonly ApprovalProcess[],
  is: (process: ApprovalProcess) => Promise<boolean>,
): Promise<boolean> => (await Promise.all(processes.map(is))).every(Boolean);
