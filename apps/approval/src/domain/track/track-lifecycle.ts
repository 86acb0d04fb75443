import { lifecycle, type ActionOf, type StateOf } from '@onewindow/kernel';

/** One item of a case on its way to a decision. While a special procedure runs nothing is decided (许可法 45). */
export const trackLifecycle = lifecycle('in-review', {
  'in-review': {
    assign: 'in-review',
    'mark-green-lane': 'in-review',
    inspect: 'in-review',
    'start-special-procedure': 'suspended',
    consult: 'in-review',
    'hear-party': 'in-review',
    withdraw: 'withdrawn',
    'extend-term': 'in-review',
    'explain-delay': 'in-review',
    'complete-stage': 'in-review',
    'return-stage': 'in-review',
    // The first review is over and another agency decides (许可法 35): it reviews from the beginning.
    'transfer-up': 'in-review',
    'record-opinion': 'reviewed',
    // Where the definition asks for no opinion before the decision, as at the window (许可法 34).
    'grant-at-once': 'granted',
    'refuse-at-once': 'refused',
  },
  suspended: {
    assign: 'suspended',
    'mark-green-lane': 'suspended',
    inspect: 'suspended',
    consult: 'suspended',
    'hear-party': 'suspended',
    withdraw: 'withdrawn',
    'extend-term': 'suspended',
    'explain-delay': 'suspended',
    'complete-stage': 'suspended',
    'start-special-procedure': 'suspended',
    'end-special-procedure': 'suspended',
    'end-last-special-procedure': 'in-review',
  },
  reviewed: {
    assign: 'reviewed',
    'mark-green-lane': 'reviewed',
    inspect: 'reviewed',
    consult: 'reviewed',
    'hear-party': 'reviewed',
    withdraw: 'withdrawn',
    'extend-term': 'reviewed',
    'explain-delay': 'reviewed',
    'draft-decision': 'reviewed',
    'review-draft': 'reviewed',
    'complete-stage': 'reviewed',
    'return-stage': 'in-review',
    grant: 'granted',
    refuse: 'refused',
  },
  // Only an order of a higher body or of a court: the agency does not undo its decision like this (许可法 69 is another act).
  granted: { reopen: 'in-review', protect: 'granted' },
  refused: { reopen: 'in-review' },
  // The applicant took it back: nothing is owed any more.
  withdrawn: {},
});

export type TrackStatus = StateOf<typeof trackLifecycle>;
export type TrackAction = ActionOf<typeof trackLifecycle>;

export const isDecided = (status: TrackStatus): status is 'granted' | 'refused' =>
  status === 'granted' || status === 'refused';

/** Nothing is decided on it any more: it was decided, or the applicant took it back. */
export const isEnded = (status: TrackStatus): status is 'granted' | 'refused' | 'withdrawn' =>
  isDecided(status) || status === 'withdrawn';
