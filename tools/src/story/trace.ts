import type { TraceEntry } from '@onewindow/contracts';
import { nameOf, type Operations } from './operations.js';

/** One step of a case as some journal keeps it. */
export interface TimelineStep {
  readonly time: string;
  readonly actor: string;
  readonly service: string;
  readonly step: string;
  readonly aggregate: string;
  /** The entry's place in its service's journal. */
  readonly position: number;
  /** Its place among what the service published; absent for what it keeps to itself. */
  readonly published?: number;
  readonly hash: string;
}

export interface ServiceFigures {
  readonly journal: number;
  readonly published: number;
  readonly consumed: number;
  readonly parked: number;
}

/** Every step of one application in the journals of all services, in the order of time. */
export async function timelineOf(
  operations: Operations,
  correlation: string,
): Promise<TimelineStep[]> {
  const traces = await Promise.all(
    operations.keepers.map(async (participant) => {
      const { entries } = await operations.trace(participant, correlation);
      const service = nameOf(participant, operations.topology);
      return entries.map((entry) => ({ entry, service }));
    }),
  );
  const key = ({ entry }: { entry: TraceEntry }) => `${entry.occurredAt} ${entry.recordedAt}`;
  return traces
    .flat()
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(({ entry, service }) => ({
      time: entry.occurredAt,
      actor: entry.actor.name ?? entry.actor.id,
      service,
      step: entry.name,
      aggregate: `${entry.aggregate}/${entry.aggregateId}@${entry.aggregateVersion}`,
      position: entry.sequence,
      ...(entry.position !== undefined && { published: entry.position }),
      hash: entry.hash,
    }));
}

export async function figuresOf(operations: Operations): Promise<Record<string, ServiceFigures>> {
  const rows = await Promise.all(
    operations.keepers.map(async (participant) => {
      const { journal, published, consumed, parked } = await operations.figures(participant);
      return [
        nameOf(participant, operations.topology),
        { journal, published, consumed, parked },
      ] as const;
    }),
  );
  return Object.fromEntries(rows);
}
