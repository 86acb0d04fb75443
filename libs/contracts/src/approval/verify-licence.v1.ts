import { defineQuery } from '../contract.js';
import { DateOnly, OneOf, Optional, Text } from '../fields.js';

export const LICENCE_STATUSES = ['valid', 'expired', 'lapsed', 'annulled'] as const;

export class VerifyLicenceRequest {
  @Text({ max: 60 }) licenceNumber!: string;
  /** The code printed on the licence; without it nothing is shown. */
  @Text({ max: 60 }) code!: string;
}

/** What the public may see of a licence (许可法 40). */
export class VerifyLicenceReply {
  @Text({ max: 60 }) licenceNumber!: string;
  @Text({ max: 200 }) name!: string;
  @Text({ max: 200 }) holder!: string;
  @Text({ max: 200 }) issuedBy!: string;
  @DateOnly() validFrom!: string;
  @Optional() @DateOnly() validUntil?: string;
  @OneOf(LICENCE_STATUSES) status!: (typeof LICENCE_STATUSES)[number];
  /** Where its law lets it lapse when it is not used by then, and that law. */
  @Optional() @DateOnly() useBy?: string;
  @Optional() @Text({ max: 300 }) lapseSource?: string;
}

export const VerifyLicenceV1 = defineQuery({
  name: 'approval.verify-licence',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: VerifyLicenceRequest,
  reply: VerifyLicenceReply,
  http: { method: 'GET', path: '/licences/{licenceNumber}/verification' },
  summary: {
    zh: '公开核验证照',
    en: 'Lets anybody verify a licence by its number and printed code',
  },
});
