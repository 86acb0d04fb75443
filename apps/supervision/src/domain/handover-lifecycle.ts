import { lifecycle, type StateOf } from '@onewindow/kernel';

/** The steps of a decision that was handed over to this department 审管联动. */
export const handoverLifecycle = lifecycle('received', {
  received: { acknowledge: 'acknowledged' },
  acknowledged: {},
});

export type HandoverStatus = StateOf<typeof handoverLifecycle>;
