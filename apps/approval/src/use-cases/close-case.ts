import type { Instant } from '@onewindow/kernel';
import { closeCase as decide, requireCaseOf } from '../domain/case/case.js';
import { serveLicence, type LicenceService } from '../domain/licence/serving.js';
import { licenceKind } from '../domain/licence/licence.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies } from './ports.js';
import { caseOf, saveCase, saveLicence } from './records.js';

export interface CloseCase {
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly dispatchedAt: Instant;
  /** Absent: every licence was served with the dispatch. One without an instant is on its way. */
  readonly licences?: readonly (Partial<LicenceService> & { readonly licence: string })[];
}

/**
 * Everything was handed out: the case is closed, and the service of its licences meets their certificate clocks (许可法 44). Told again
 * when a receipt comes back later, or a record of service was corrected.
 */
export const closeCase =
  (deps: ApprovalDependencies) =>
  ({ applicationId, caseNumber, dispatchedAt, licences }: CloseCase): Promise<void> =>
    deps.transact(async (changes) => {
      const of = await caseOf(changes, caseNumber);
      requireCaseOf(of, applicationId);
      saveCase(changes, of, decide(of, dispatchedAt));
      for (const { licenceNumber } of of.tracks) {
        if (licenceNumber === undefined) continue;
        const service = serviceOf(licenceNumber, { dispatchedAt, licences });
        if (service === undefined) continue;
        const licence = await changes.load(licenceKind, licenceNumber);
        saveLicence(changes, licence, serveLicence(licence, service, countingOf(deps)));
      }
    });

function serviceOf(
  number: string,
  { dispatchedAt, licences }: Pick<CloseCase, 'dispatchedAt' | 'licences'>,
): LicenceService | undefined {
  if (licences === undefined) return { servedAt: dispatchedAt };
  const told = licences.find(({ licence }) => licence === number);
  if (told?.servedAt === undefined) return undefined;
  const { servedAt, revision } = told;
  return { servedAt, ...(revision !== undefined && { revision }) };
}
