import { refuseWhenUnmet, type Change, type Instant, type UnmetRule } from '@onewindow/kernel';
import type { Organisation } from './agency.js';
import { marketRefusals } from './refusals.js';
import {
  signUpRegisterLifecycle,
  type SignUpRegisterStatus,
} from './sign-up-register-lifecycle.js';
import { unmet } from './unmet.js';

export interface SignUp extends Organisation {
  readonly signedUpAt: Instant;
  readonly withdrawnAt?: Instant;
}

/**
 * What nobody may know before closing: who signed up, and the seed of the draw. It is an aggregate of its own, kept under
 * a secret name, so that neither the project's version nor its journal or live news tell that somebody signed up.
 */
export interface SignUpRegister {
  /** The number of the project. */
  readonly id: string;
  /** What its journal entries hang together by: known to nobody outside. */
  readonly secretName: string;
  readonly status: SignUpRegisterStatus;
  /** 32 random bytes in hexadecimal; the notice has its commitment, the draw file shows it. */
  readonly seed: string;
  readonly closesAt: Instant;
  readonly signUps: readonly SignUp[];
}

export type SignUpRegisterEvent =
  | { readonly type: 'register-opened' }
  | { readonly type: 'agency-signed-up'; readonly creditCode: string }
  | { readonly type: 'sign-up-withdrawn'; readonly creditCode: string }
  | { readonly type: 'register-sealed' };

type Changed = Change<SignUpRegister, SignUpRegisterEvent>;

export const openRegister = (register: Omit<SignUpRegister, 'status' | 'signUps'>): Changed => ({
  state: { ...register, status: signUpRegisterLifecycle.initial, signUps: [] },
  events: [{ type: 'register-opened' }],
});

/** Takes a sign-up; `unfit` is what keeps the agency out of the project. */
export function signUp(
  register: SignUpRegister,
  agency: Organisation,
  unfit: readonly UnmetRule[],
  now: Instant,
): Changed {
  const standing = ownSignUp(register, agency.creditCode);
  refuseWhenUnmet(
    [
      ...termOver(register, now),
      ...unfit,
      ...(standing === undefined || standing.withdrawnAt !== undefined ? [] : [ALREADY]),
    ],
    (rules) => marketRefusals.refuse('sign-up-not-possible', rules),
  );
  const { name, creditCode } = agency;
  const others = register.signUps.filter((each) => each.creditCode !== creditCode);
  return {
    state: {
      ...register,
      status: signUpRegisterLifecycle.next(register.status, 'signUp'),
      signUps: [...others, { name, creditCode, signedUpAt: now }],
    },
    events: [{ type: 'agency-signed-up', creditCode }],
  };
}

export function withdraw(register: SignUpRegister, creditCode: string, now: Instant): Changed {
  const standing = ownSignUp(register, creditCode);
  const stands = standing !== undefined && standing.withdrawnAt === undefined;
  refuseWhenUnmet([...termOver(register, now), ...(stands ? [] : [NOT_SIGNED_UP])], (rules) =>
    marketRefusals.refuse('withdrawal-not-possible', rules),
  );
  return {
    state: {
      ...register,
      status: signUpRegisterLifecycle.next(register.status, 'withdraw'),
      signUps: register.signUps.map((each) =>
        each.creditCode === creditCode ? { ...each, withdrawnAt: now } : each,
      ),
    },
    events: [{ type: 'sign-up-withdrawn', creditCode }],
  };
}

export const seal = (register: SignUpRegister): Changed => ({
  state: { ...register, status: signUpRegisterLifecycle.next(register.status, 'seal') },
  events: [{ type: 'register-sealed' }],
});

export const ownSignUp = (register: SignUpRegister, creditCode: string): SignUp | undefined =>
  register.signUps.find((each) => each.creditCode === creditCode);

export const standing = ({ signUps }: SignUpRegister): readonly SignUp[] =>
  signUps.filter(({ withdrawnAt }) => withdrawnAt === undefined);

/** The end of the term counts, not the moment at which somebody records it. */
const termOver = ({ status, closesAt }: SignUpRegister, now: Instant): readonly UnmetRule[] =>
  status === 'open' && now < closesAt
    ? []
    : [unmet('within-the-sign-up-term', '报名已截止。', 'Sign-up is closed.')];

const ALREADY = unmet('signs-up-once', '本机构已报名。', 'This agency has signed up already.');
const NOT_SIGNED_UP = unmet('has-signed-up', '本机构没有报名。', 'This agency has not signed up.');
