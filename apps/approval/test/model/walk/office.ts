import { randomUUID } from 'node:crypto';
import { ApplicationAcceptedV1, ResultsDispatchedV1 } from '@onewindow/contracts';
import { verifyJournal } from '@onewindow/journal';
import type { Instant } from '@onewindow/kernel';
import { aServiceDatabase, type ServiceDatabase } from '@onewindow/service/testing';
import { eventually } from '@onewindow/testing';
import { approvalService } from '../../src/approval-service.js';
import { ACCEPTED } from '../fixtures.js';
import { ApprovalProcess, type Told } from './a-process.js';
import type { Bound } from './case-model.js';
import { toldOf, type CasePlan } from './case-plan.js';
import { observed } from './observed.js';
import type { Sent } from './perform.js';

/** An approval office: one database, two processes on it, and a clock that the spec moves. One case at a time. */
export class Office {
  private processes: ApprovalProcess[] = [];
  private serial = 0;
  private position = 0;
  private now: Instant = ACCEPTED;
  private application!: ReturnType<typeof toldOf>;

  private constructor(private readonly database: ServiceDatabase) {}

  static async open(): Promise<Office> {
    return new Office(await aServiceDatabase(approvalService));
  }

  async close(): Promise<void> {
    await Promise.all(this.processes.map((each) => each.stop()));
    await this.database.close();
  }

  /** Intake tells of an accepted application. */
  async openCase(plan: CasePlan): Promise<void> {
    // Time begins anew with each case: what earlier ones waited for is over, and nobody looks with the time of before.
    await Promise.all(this.processes.map((each) => each.stop()));
    await this.database.tamperer.query(
      `update deadline set state = 'cancelled' where state = 'armed'`,
    );
    this.now = plan.acceptedAt;
    this.processes = [this.started(), this.started()];
    this.application = toldOf(plan, (this.serial += 1));
    await this.tell('accepted', 0);
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
  tell(
    what: 'accepted' | 'dispatched',
    index: number,
    message: Told = this.newMessage(),
  ): Promise<string> {
    const process = this.process(index);
    if (what === 'accepted') return process.hear(ApplicationAcceptedV1, this.application, message);
    const { applicationId, caseNumber } = this.application;
    const dispatched = { applicationId, caseNumber, dispatchedAt: this.now };
    return process.hear(ResultsDispatchedV1, dispatched, message);
  }

  newMessage(): Told {
    return { position: (this.position += 1), eventId: randomUUID() };
  }

  /** The attempt as a command; what it names is what there is at this moment. */
  async sent(attempt: Bound): Promise<Sent> {
    const { caseNumber } = this.application;
    return { key: randomUUID(), caseNumber, attempt, procedureId: await this.procedure(attempt) };
  }

  look() {
    return observed(this.database.pool, this.application);
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
    return new ApprovalProcess(this.database.pool, () => this.now);
  }

  private async procedure({ act, item }: Bound): Promise<string> {
    if (act.type !== 'end-procedure') return '';
    const { raw } = await this.look();
    const track = raw.tracks.find((each) => each.item === item);
    return track?.specialProcedures[act.procedure]?.procedureId ?? randomUUID();
  }
}
