import type { EntityManager } from '@mikro-orm/postgresql';
import { definitionVersionId, type Process } from '../../domain/process/definition.js';
import type { ProcessRecords } from '../../views/process-views.js';
import { ProcessRow, ProcessVersionRow } from './process.row.js';

/** Reads published definitions. */
export class PostgresProcesses implements ProcessRecords {
  constructor(private readonly em: EntityManager) {}

  async process(code: string, version?: number): Promise<Process | undefined> {
    const em = this.em.fork();
    const row =
      version === undefined
        ? await em.findOne(ProcessRow, { id: code })
        : await em.findOne(ProcessVersionRow, { id: definitionVersionId(code, version) });
    return row?.state;
  }

  async processes(limit: number, after = ''): Promise<readonly Process[]> {
    const rows = await this.em
      .fork()
      .find(ProcessRow, { id: { $gt: after } }, { orderBy: { id: 'asc' }, limit });
    return rows.map(({ state }) => state);
  }
}
