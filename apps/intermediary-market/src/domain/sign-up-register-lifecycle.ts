import { lifecycle, type StateOf } from '@onewindow/kernel';

/** Sign-ups of one project are taken until it is sealed; nothing is taken or given back after that. */
export const signUpRegisterLifecycle = lifecycle('open', {
  open: { signUp: 'open', withdraw: 'open', seal: 'sealed' },
  sealed: {},
});

export type SignUpRegisterStatus = StateOf<typeof signUpRegisterLifecycle>;
