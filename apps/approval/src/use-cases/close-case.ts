import type { Instant } from '@onewindow/kernel';
import { closeCase as decide, requireCaseOf } from '../domain/case/case.js';
import { serveLicence } from '../domain/licence/serving.js';
import { licenceKind } from '../domain/licence/licence.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies } from './ports.js';
import { caseOf, saveCase, saveLicence } from './records.js';

export interface CloseCase {
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly dispatchedAt: Instant;
}

/** Everything was handed out: the case is closed, and dispatch meets the certificate clock of its licences (许可法 44). */
export const closeCase =
  (deps: ApprovalDependencies) =>
  ({ applicationId, caseNumber, dispatchedAt }: CloseCase): Promise<void> =>
    deps.transact(async (changes) => {
      const of = await caseOf(changes, caseNumber);
      requireCaseOf(of, applicationId);
      saveCase(changes, of, decide(of, dispatchedAt));
      for (const { licenceNumber } of of.tracks) {
        if (licenceNumber === undefined) continue;
        const licence = await changes.load(licenceKind, licenceNumber);
        saveLicence(changes, licence, serveLicence(licence, dispatchedAt, countingOf(deps)));
      }
    });
