import { note } from '../domain/agency.js';
import { noteContractOverdue } from '../domain/award.js';
import { noteDeliveryOverdue } from '../domain/delivery.js';
import { awardOf } from '../domain/project.js';
import { AGENCY, PROJECT } from './aggregates.js';
import type { DeadlinePassed, MarketDependencies } from './ports.js';

/** The term for the contract passed. Where the agency had handed none in, that goes on its record (不按时签约). */
export const recordContractOverdue =
  ({ transact }: MarketDependencies) =>
  ({ projectNumber, legal }: DeadlinePassed): Promise<void> =>
    transact(async (changes) => {
      const project = await changes.load(PROJECT, projectNumber);
      const change = noteContractOverdue(project, legal);
      changes.save(PROJECT, projectNumber, change);
      const creditCode = awardOf(project)?.agency.creditCode;
      if (change.events.length === 0 || project.status !== 'awarded' || creditCode === undefined) {
        return;
      }
      const record = { kind: 'contract-overdue', projectNumber, at: legal } as const;
      changes.save(AGENCY, creditCode, note(await changes.load(AGENCY, creditCode), record));
    });

export const recordDeliveryOverdue =
  ({ transact }: MarketDependencies) =>
  ({ projectNumber, legal }: DeadlinePassed): Promise<void> =>
    transact(async (changes) => {
      const project = await changes.load(PROJECT, projectNumber);
      changes.save(PROJECT, projectNumber, noteDeliveryOverdue(project, legal));
    });
