import { refuseWhenUnmet, type Changes, type Instant } from '@onewindow/kernel';
import {
  register,
  reinstate,
  suspend,
  type Agency,
  type AgencyDeclaration,
} from '../domain/agency.js';
import { isOperator } from '../domain/may-see.js';
import { marketRefusals } from '../domain/refusals.js';
import { unmetForRegistration } from '../domain/registration.js';
import { AGENCY } from './aggregates.js';
import { personOf } from './own-records.js';
import type { Asking, MarketDependencies } from './ports.js';

export interface RegisterAgency extends AgencyDeclaration {
  readonly committed: boolean;
}

/** An agency enters the market on its own commitment 承诺入驻, or declares anew. */
export const registerAgency =
  ({ transact, now }: MarketDependencies) =>
  (
    request: RegisterAgency,
    { actor }: Asking,
  ): Promise<{ edition: number; registeredAt: Instant }> =>
    transact(async (changes) => {
      const at = now();
      refuseWhenUnmet(unmetForRegistration(request, personOf(actor)), (rules) =>
        marketRefusals.refuse('registration-not-possible', rules),
      );
      const { committed: _, ...declared } = request;
      const before = await changes.find(AGENCY, request.creditCode);
      const change = register(before, declared, at);
      if (before === undefined) changes.create(AGENCY, request.creditCode, change);
      else changes.save(AGENCY, request.creditCode, change);
      return { edition: change.state.edition, registeredAt: change.state.registeredAt };
    });

export interface JudgeAgency {
  readonly creditCode: string;
  readonly reason: string;
}

/** A suspended agency may not sign up; what it has begun it completes. */
export const suspendAgency =
  ({ transact, now, region }: MarketDependencies) =>
  ({ creditCode, reason }: JudgeAgency, { actor }: Asking): Promise<{ since: Instant }> =>
    transact(async (changes) => {
      const since = now();
      const agency = await operatedAgency(changes, creditCode, { actor }, region);
      changes.save(AGENCY, creditCode, suspend(agency, reason, since));
      return { since };
    });

export const reinstateAgency =
  ({ transact, now, region }: MarketDependencies) =>
  ({ creditCode, reason }: JudgeAgency, { actor }: Asking): Promise<{ since: Instant }> =>
    transact(async (changes) => {
      const since = now();
      const agency = await operatedAgency(changes, creditCode, { actor }, region);
      changes.save(AGENCY, creditCode, reinstate(agency, reason));
      return { since };
    });

async function operatedAgency(
  changes: Changes,
  creditCode: string,
  { actor }: Asking,
  region: string,
): Promise<Agency> {
  const agency = await changes.find(AGENCY, creditCode);
  if (agency === undefined || !isOperator(actor, region)) throw marketRefusals.refuse('not-found');
  return agency;
}
