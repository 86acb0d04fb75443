import { createHash, timingSafeEqual } from 'node:crypto';
import type { VerifyLicenceReply } from '@onewindow/contracts';
import { legalDateAt, type Instant } from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import { statusOn, type Licence } from '../domain/licence/licence.js';

/**
 * What the public may see of a licence (许可法 40). A wrong number and a wrong code are one and the same refusal, compared
 * in the same way, so that nobody can find out which licences there are.
 */
export function verifiedLicence(
  licence: Licence | undefined,
  code: string,
  now: Instant,
): VerifyLicenceReply {
  const known = licence?.verificationCode ?? '';
  const matches = timingSafeEqual(digest(known), digest(code));
  if (licence === undefined || !matches) throw approvalRefusals.refuse('licence-not-found');
  return {
    licenceNumber: licence.number,
    name: licence.name,
    holder: licence.holder.name,
    issuedBy: licence.agencyName,
    validFrom: licence.validFrom,
    ...(licence.validUntil !== undefined && { validUntil: licence.validUntil }),
    status: statusOn(licence, legalDateAt(now)),
    ...(licence.useBy?.due !== undefined && { useBy: licence.useBy.due }),
    ...(licence.lapse && { lapseSource: licence.lapse.source }),
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
