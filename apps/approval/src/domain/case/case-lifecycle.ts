import { lifecycle, type StateOf } from '@onewindow/kernel';

/** A case is decided with its last track and closed when everything was handed out. */
export const caseLifecycle = lifecycle('open', {
  open: {
    'extend-joint-term': 'open',
    'transfer-track': 'open',
    'conclude-track': 'open',
    'conclude-last-track': 'decided',
    'reopen-track': 'open',
    // The applicant took every item back: there is nothing to hand out.
    withdraw: 'closed',
  },
  // A higher body or a court orders another decision: the case waits for it again.
  decided: { close: 'closed', 'reopen-track': 'open' },
  closed: { 'reopen-track': 'open' },
});

export type CaseStatus = StateOf<typeof caseLifecycle>;
