import type { FindCaseReply, FindDrawReply } from '@onewindow/contracts';
import type { ServiceFigures, TimelineStep } from '../story/trace.js';

/** What `npm run demo -- --json` prints: one document. */
export interface DemoReport {
  readonly caseNumber: string;
  readonly tracks: readonly TrackReport[];
  readonly handovers: readonly HandoverReport[];
  /** The published file of the market's draw, and the hashes that were told before it. */
  readonly draw: DrawReport;
  readonly timeline: readonly TimelineStep[];
  readonly services: Readonly<Record<string, ServiceFigures>>;
  readonly verified: boolean;
  /** The story alone, without starting and stopping the platform. */
  readonly seconds: number;
}

export interface DrawReport {
  readonly file: FindDrawReply;
  readonly noticeHash: string;
  readonly listHash: string;
}

interface TrackReport {
  readonly item: string;
  readonly agency: string;
  readonly decision: 'granted' | 'refused' | null;
  readonly due: string | null;
  readonly suspendedDays: number;
  readonly licence: string | null;
}

interface HandoverReport {
  readonly department: string;
  readonly item: string;
  readonly acknowledgedAt: string | null;
}

export const trackReports = ({ tracks }: FindCaseReply): TrackReport[] =>
  tracks.map(({ item, agency, decision, statutory, suspendedWorkingDays, licence }) => ({
    item,
    agency,
    decision: decision?.outcome ?? null,
    due: statutory.due ?? null,
    suspendedDays: suspendedWorkingDays ?? 0,
    licence: licence?.number ?? null,
  }));

export const handoverReports = ({ handovers }: FindCaseReply): HandoverReport[] =>
  handovers.map(({ department, item, acknowledgedAt }) => ({
    department,
    item,
    acknowledgedAt: acknowledgedAt ?? null,
  }));

/** The trace as people read it: a line for each step. */
export const timelineLines = (timeline: readonly TimelineStep[]): string[] =>
  timeline.map(({ time, service, actor, step, position, published, hash }) => {
    const at = published === undefined ? `#${position}` : `#${position} →${published}`;
    return [
      time,
      service.padEnd(30),
      at.padEnd(12),
      hash.slice(0, 12),
      actor.padEnd(14),
      step,
    ].join('  ');
  });
