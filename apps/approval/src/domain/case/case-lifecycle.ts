import { lifecycle, type StateOf } from '@onewindow/kernel';

/** A case is decided with its last track and closed when everything was handed out. */
export const caseLifecycle = lifecycle('open', {
  open: {
    'extend-joint-term': 'open',
    'conclude-track': 'open',
    'conclude-last-track': 'decided',
  },
  decided: { close: 'closed' },
  closed: {},
});

export type CaseStatus = StateOf<typeof caseLifecycle>;
