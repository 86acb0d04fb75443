import { lifecycle, type StateOf } from '@onewindow/kernel';

/** An agency enters on its own commitment (零门槛); only a recorded suspension keeps it from signing up. */
export const agencyLifecycle = lifecycle('registered', {
  registered: { renew: 'registered', suspend: 'suspended' },
  suspended: { renew: 'suspended', reinstate: 'registered' },
});

export type AgencyStatus = StateOf<typeof agencyLifecycle>;
