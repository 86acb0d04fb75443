import type { FindWorkTransferReply, HandOverWorkReply } from '@onewindow/contracts';
import { holderOf, until, type Cast } from '@onewindow/tools';

const IN_POST_SINCE = '2026-01-05';

/** The bureau’s people as its head moves them about, for the tasks of one item. */
export class OfficersAtWork {
  constructor(
    private readonly cast: Cast,
    private readonly item: string,
  ) {}

  /** The second approver reviews it too from here on. */
  async share(): Promise<void> {
    await this.cast.head.put('/api/officers/xu.ning', {
      name: '许宁',
      agency: 'bureau',
      competences: [{ items: [this.item], acts: ['review'], since: IN_POST_SINCE }],
      roles: ['approver'],
    });
  }

  holder(caseNumber: string, stage: 'review' | 'decision' = 'review') {
    return holderOf(this.cast, { caseNumber, item: this.item, stage });
  }

  /** Every one of these tasks is with that officer in the end. */
  allWith(officer: string, caseNumbers: readonly string[]): Promise<true> {
    return until(`all tasks are with ${officer}`, async (sighted) => {
      const holders = await Promise.all(caseNumbers.map((each) => this.holder(each)));
      sighted(holders);
      return holders.every((each) => each === officer) ? true : undefined;
    });
  }

  leave(officer: string, from: string, until: string): Promise<unknown> {
    const path = `/api/officers/${officer}/leave`;
    return this.cast.head.post(path, { from, until, reason: '年休假' });
  }

  async handOver(officer: string): Promise<FindWorkTransferReply> {
    const path = `/api/officers/${officer}/work-transfers`;
    const { head } = this.cast;
    const { transferId } = await head.post<HandOverWorkReply>(path, { reason: '长期病假' });
    return until('the work is handed over', async (sighted) => {
      const transfer = await head.get<FindWorkTransferReply>(`/api/work-transfers/${transferId}`);
      sighted(transfer);
      return transfer.status === 'finished' ? transfer : undefined;
    });
  }
}
