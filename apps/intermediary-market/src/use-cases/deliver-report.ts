import type { Instant } from '@onewindow/kernel';
import { note, takeRating } from '../domain/agency.js';
import { deliver, rate } from '../domain/delivery.js';
import { isAwarded, isOwner } from '../domain/may-see.js';
import { meetNeed } from '../domain/need.js';
import { awardOf } from '../domain/project.js';
import type { Rating } from '../domain/rating.js';
import { marketRefusals } from '../domain/refusals.js';
import { AGENCY, DELIVERY_DEADLINE, NEED, PROJECT } from './aggregates.js';
import { anyProject, awardedProject, personOf } from './own-records.js';
import type { Asking, MarketDependencies } from './ports.js';

export interface DeliverReport {
  readonly projectNumber: string;
  readonly fileReceipt: string;
}

/** The awarded agency, and no other one, delivers; intake learns of it and puts the report where it is missing. */
export const deliverReport =
  ({ transact, now, receipts }: MarketDependencies) =>
  async (
    { projectNumber, fileReceipt }: DeliverReport,
    { actor }: Asking,
  ): Promise<{ deliveredAt: Instant; hash: string; daysLate: number }> => {
    const upload = await receipts.read(fileReceipt);
    const account = personOf(actor).id;
    return transact(async (changes) => {
      const deliveredAt = now();
      const project = await awardedProject(changes, projectNumber, actor);
      const change = deliver(project, { upload, account }, deliveredAt);
      const { delivery, need } = change.state;
      if (delivery === undefined) throw new TypeError('delivered without a report');
      changes.save(PROJECT, projectNumber, change);
      changes.disarm(PROJECT, projectNumber, DELIVERY_DEADLINE);
      if (need !== undefined) {
        changes.save(NEED, need.id, meetNeed(await changes.load(NEED, need.id)));
      }
      const creditCode = awardOf(project)?.agency.creditCode;
      if (delivery.daysLate > 0 && creditCode !== undefined) {
        const record = { kind: 'report-late', projectNumber, at: deliveredAt } as const;
        changes.save(AGENCY, creditCode, note(await changes.load(AGENCY, creditCode), record));
      }
      return { deliveredAt, hash: delivery.file.hash, daysLate: delivery.daysLate };
    });
  };

export interface RateCounterpart extends Rating {
  readonly projectNumber: string;
}

/** Owner and agency rate each other; what the owner gives counts for the agency. */
export const rateCounterpart =
  ({ transact, now }: MarketDependencies) =>
  (
    { projectNumber, ...rating }: RateCounterpart,
    { actor }: Asking,
  ): Promise<{ ratedAt: Instant }> =>
    transact(async (changes) => {
      const ratedAt = now();
      const project = await anyProject(changes, projectNumber);
      const owner = isOwner(project, actor);
      if (!owner && !isAwarded(project, actor)) throw marketRefusals.refuse('not-found');
      changes.save(PROJECT, projectNumber, rate(project, owner ? 'agency' : 'owner', rating));
      const creditCode = awardOf(project)?.agency.creditCode;
      if (owner && creditCode !== undefined) {
        const agency = await changes.load(AGENCY, creditCode);
        changes.save(AGENCY, creditCode, takeRating(agency, projectNumber, rating));
      }
      return { ratedAt };
    });
