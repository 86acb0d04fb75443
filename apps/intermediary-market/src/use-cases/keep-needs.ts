import type { Instant } from '@onewindow/kernel';
import { lapseNeed, meetNeed, needId, receiveNeed, type ReportNeeded } from '../domain/need.js';
import { NEED } from './aggregates.js';
import type { MarketDependencies } from './ports.js';

/** An application lacks a report that only a third party makes; whether a project comes of it is the applicant's to say. */
export const receiveReportNeeded =
  ({ transact }: MarketDependencies) =>
  (told: ReportNeeded): Promise<void> =>
    transact(async (changes) => {
      const id = needId(told);
      if ((await changes.find(NEED, id)) === undefined) changes.create(NEED, id, receiveNeed(told));
    });

export interface ReportNotNeeded extends Pick<
  ReportNeeded,
  'applicationId' | 'itemCode' | 'materialCode'
> {
  readonly delivered: boolean;
  readonly since: Instant;
}

/** The application does not lack it any more. */
export const receiveReportNotNeeded =
  ({ transact }: MarketDependencies) =>
  ({ delivered, since, ...named }: ReportNotNeeded): Promise<void> =>
    transact(async (changes) => {
      const id = needId(named);
      const need = await changes.load(NEED, id);
      changes.save(NEED, id, delivered ? meetNeed(need) : lapseNeed(need, since));
    });
