import { lifecycle, type StateOf } from '@onewindow/kernel';

/** A licence ends with its validity (许可法 70(一)), or by itself where its law asks for a use that did not come. */
export const licenceLifecycle = lifecycle('valid', {
  valid: { serve: 'valid', use: 'valid', lapse: 'lapsed', expire: 'expired', annul: 'annulled' },
  expired: { serve: 'expired', annul: 'annulled' },
  // A use within the term that is told late shows that the lapse never was.
  lapsed: { serve: 'lapsed', use: 'valid', annul: 'annulled' },
  // The decision that gave it was quashed by a higher body or a court.
  annulled: {},
});

export type LicenceStatus = StateOf<typeof licenceLifecycle>;
