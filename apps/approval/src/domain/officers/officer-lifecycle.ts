import { lifecycle, type StateOf } from '@onewindow/kernel';

/** Somebody who handles and decides tracks of an agency, while in post. */
export const officerLifecycle = lifecycle('in-post', {
  'in-post': {
    publish: 'in-post',
    authorise: 'in-post',
    'revoke-authorisation': 'in-post',
    'record-leave': 'in-post',
    'declare-relation': 'in-post',
    leave: 'left',
  },
  left: { publish: 'in-post' },
});

export type OfficerStatus = StateOf<typeof officerLifecycle>;
