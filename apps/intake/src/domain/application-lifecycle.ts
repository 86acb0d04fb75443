import { lifecycle, type ActionOf, type StateOf } from '@onewindow/kernel';

/** The legal order of steps of one application 申请, from filing to the dispatch of its results. */
export const applicationLifecycle = lifecycle('submitted', {
  submitted: {
    accept: 'accepted',
    requestCorrection: 'awaiting-correction',
    decline: 'declined',
    withdraw: 'withdrawn',
  },
  'awaiting-correction': {
    resubmit: 'corrected',
    decline: 'declined',
    withdraw: 'withdrawn',
    return: 'returned',
  },
  // No way back to a second notice: everything is told at once (许可法 32(四)).
  corrected: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  // After the acceptance items are withdrawn at the agency that handles them; with the last of them the application is.
  accepted: { decide: 'decided', withdrawEveryItem: 'withdrawn' },
  // A decision that was quashed by a higher body or a court has to be waited for again.
  decided: { dispatch: 'dispatched', reopen: 'accepted' },
  dispatched: { reopen: 'accepted' },
  declined: {},
  withdrawn: {},
  returned: {},
});

export type ApplicationStatus = StateOf<typeof applicationLifecycle>;
export type ApplicationAction = ActionOf<typeof applicationLifecycle>;
