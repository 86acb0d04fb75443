import { legalDateAt, type Changes, type Instant } from '@onewindow/kernel';
import { unmetForTakingPart } from '../domain/eligibility.js';
import { addMilliseconds } from '@onewindow/kernel';
import { signUp as decide, withdraw } from '../domain/sign-up-register.js';
import { SIGN_UP_REGISTER } from './aggregates.js';
import { anyProject, ownAgency, registerOf } from './own-records.js';
import type { Asking, MarketDependencies } from './ports.js';

interface Of {
  readonly projectNumber: string;
}

/** An agency signs up. Only its own register row is written: nothing that anybody else can look at changes. */
export const signUp =
  ({ transact, now }: MarketDependencies) =>
  ({ projectNumber }: Of, { actor }: Asking): Promise<{ signedUpAt: Instant }> =>
    transact(async (changes: Changes) => {
      const signedUpAt = now();
      const project = await anyProject(changes, projectNumber);
      const agency = await ownAgency(changes, actor);
      const register = await registerOf(changes, projectNumber);
      const lastDay = legalDateAt(addMilliseconds(project.closesAt, -1));
      const unfit = unmetForTakingPart(agency, project, lastDay);
      changes.save(SIGN_UP_REGISTER, projectNumber, decide(register, agency, unfit, signedUpAt));
      return { signedUpAt };
    });

/** An agency takes its sign-up back, until closing. */
export const withdrawSignUp =
  ({ transact, now }: MarketDependencies) =>
  ({ projectNumber }: Of, { actor }: Asking): Promise<{ withdrawnAt: Instant }> =>
    transact(async (changes) => {
      const withdrawnAt = now();
      await anyProject(changes, projectNumber);
      const { creditCode } = await ownAgency(changes, actor);
      const register = await registerOf(changes, projectNumber);
      changes.save(SIGN_UP_REGISTER, projectNumber, withdraw(register, creditCode, withdrawnAt));
      return { withdrawnAt };
    });
