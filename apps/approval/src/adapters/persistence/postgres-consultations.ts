import type { EntityManager } from '@mikro-orm/postgresql';
import type { Consultation } from '../../domain/consultation/consultation.js';
import type { InterestedParties } from '../../domain/interest/interested-parties.js';
import type { ConsultationPlace, ConsultationRecords } from '../../views/opinion-views.js';
import { ConsultationRow } from './consultation.row.js';

/** Reads of the consultations, for whoever was asked. */
export class PostgresConsultations implements ConsultationRecords {
  constructor(private readonly em: EntityManager) {}

  async consultation(id: string): Promise<Consultation | undefined> {
    return (await this.em.fork().findOne(ConsultationRow, { id }))?.state;
  }

  async interestedParties(id: string): Promise<InterestedParties | undefined> {
    const [row] = await this.em
      .fork()
      .execute<{ state: InterestedParties }[]>('select state from interest where id = ?', [id]);
    return row?.state;
  }

  async askedOf(
    { region, department, answered }: Parameters<ConsultationRecords['askedOf']>[0],
    limit: number,
    after?: ConsultationPlace,
  ): Promise<readonly Consultation[]> {
    const asked = { $contains: [department] };
    const rows = await this.em.fork().find(
      ConsultationRow,
      {
        $and: [
          { region, departments: asked },
          ...(answered === 'open' ? [{ awaited: asked }] : []),
          ...(answered === 'answered' ? [{ $not: { awaited: asked } }] : []),
          ...(after === undefined ? [] : [{ id: { $lt: after.id } }]),
        ],
      },
      { orderBy: { id: 'desc' }, limit },
    );
    return rows.map(({ state }) => state);
  }
}
