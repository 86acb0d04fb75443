import { lifecycle, type StateOf } from '@onewindow/kernel';

/** A licence ends with its validity (许可法 70(一)), or by itself where its law asks for a use that did not come. */
export const licenceLifecycle = lifecycle('valid', {
  valid: { serve: 'valid', use: 'valid', lapse: 'lapsed', expire: 'expired' },
  expired: { serve: 'expired' },
  // A use within the term that is told late shows that the lapse never was.
  lapsed: { serve: 'lapsed', use: 'valid' },
});

export type LicenceStatus = StateOf<typeof licenceLifecycle>;
