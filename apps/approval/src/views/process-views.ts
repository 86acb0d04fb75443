import type {
  FindProcessReply,
  FindProcessRequest,
  ListProcessesReply,
  ListProcessesRequest,
  StageOfProcess,
} from '@onewindow/contracts';
import { decodeCursor, encodeCursor } from '@onewindow/service';
import { approvalRefusals } from '../domain/approval-refusals.js';
import type { Process, StageDefinition } from '../domain/process/definition.js';
import { diagramOf } from '../domain/process/diagram.js';

/** What these views read. */
export interface ProcessRecords {
  /** The version in force, or an earlier one. */
  process(code: string, version?: number): Promise<Process | undefined>;
  /** In force, by code, behind this one. */
  processes(limit: number, after?: string): Promise<readonly Process[]>;
}

const LINES_OF_A_PAGE = 50;

/** How items are handled is public (许可法 30); also the DI token. */
export class ProcessViews {
  constructor(private readonly records: ProcessRecords) {}

  async findProcess({ code, version }: FindProcessRequest): Promise<FindProcessReply> {
    const process = await this.records.process(code, version);
    if (process === undefined) throw approvalRefusals.refuse('process-not-found');
    const { name, within, stages, returns } = process.definition;
    return {
      code,
      version: process.version,
      name,
      within: { ...within },
      stages: stages.map(stageOfProcess),
      returns: returns.map((each) => ({ ...each })),
      publishedAt: process.publishedAt,
      diagram: diagramOf(process.definition),
    };
  }

  async listProcesses({
    limit = LINES_OF_A_PAGE,
    cursor,
  }: ListProcessesRequest): Promise<ListProcessesReply> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor).id;
    const found = await this.records.processes(limit + 1, after);
    const processes = found.slice(0, limit);
    const last = found.length > limit ? processes.at(-1) : undefined;
    return {
      processes: processes.map(({ code, version, definition, publishedAt }) => ({
        code,
        version,
        name: definition.name,
        stages: definition.stages.length,
        publishedAt,
      })),
      ...(last && { nextCursor: encodeCursor(last.code, last.code) }),
    };
  }
}

const stageOfProcess = ({ join, when, after, ...stage }: StageDefinition): StageOfProcess => ({
  ...stage,
  role: stage.role as StageOfProcess['role'],
  after: [...after],
  ...(typeof join === 'number' ? { atLeast: join } : join !== undefined && { join }),
  ...(when && { when: { ...when } }),
});
