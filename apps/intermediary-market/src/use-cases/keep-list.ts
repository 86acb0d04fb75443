import { refuseWhenUnmet } from '@onewindow/kernel';
import {
  publishService as decide,
  unmetForListing,
  type ServiceEntry,
} from '../domain/market-service.js';
import { isOperator } from '../domain/may-see.js';
import { marketRefusals } from '../domain/refusals.js';
import { LISTED_SERVICE } from './aggregates.js';
import type { Asking, MarketDependencies } from './ports.js';

/** Puts a mandated report on the city's list, or a new edition of it. */
export const publishService =
  ({ transact, region }: MarketDependencies) =>
  (entry: ServiceEntry, { actor }: Asking): Promise<{ code: string; edition: number }> =>
    transact(async (changes) => {
      if (!isOperator(actor, region)) throw marketRefusals.refuse('not-found');
      refuseWhenUnmet(unmetForListing(entry), (rules) =>
        marketRefusals.refuse('service-not-publishable', rules),
      );
      const before = await changes.find(LISTED_SERVICE, entry.code);
      const change = decide(before, entry);
      if (before === undefined) changes.create(LISTED_SERVICE, entry.code, change);
      else changes.save(LISTED_SERVICE, entry.code, change);
      return { code: entry.code, edition: change.state.edition };
    });
