import { lifecycle, type StateOf } from '@onewindow/kernel';

/** A licence ends with its validity (许可法 70(一)). */
export const licenceLifecycle = lifecycle('valid', {
  valid: { serve: 'valid', expire: 'expired' },
  expired: { serve: 'expired' },
});

export type LicenceStatus = StateOf<typeof licenceLifecycle>;
