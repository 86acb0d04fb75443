import { lifecycle, type StateOf } from '@onewindow/kernel';

/** A decision on its way to the supervising department; it waits while the department has no instance to send it to. */
export const handoverLifecycle = lifecycle('waiting', {
  waiting: { send: 'sent' },
  sent: { acknowledge: 'acknowledged' },
  acknowledged: {},
});

export type HandoverStatus = StateOf<typeof handoverLifecycle>;
