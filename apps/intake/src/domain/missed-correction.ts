import { unchanged, type Change, type Instant } from '@onewindow/kernel';
import { REMIND_ONLY, type CorrectionPolicy } from '@onewindow/statutory-clock';
import type { Application, ApplicationEvent } from './application.js';
import { applicationLifecycle } from './application-lifecycle.js';
import { issue } from './papers.js';
import { effectOfMissedCorrection } from './silence.js';

/** What a place lets follow when the term for corrections passes; the law itself names nothing. */
export type CorrectionMissed = 'reminder' | 'withdrawn' | 'refused' | 'returned';

/** The place's rule, with the article of the place where it lets more follow than a reminder. */
export const correctionPolicy = (
  missed: CorrectionMissed,
  article = '地方规定',
): CorrectionPolicy => (missed === 'reminder' ? REMIND_ONLY : { consequence: missed, article });

interface Recording {
  readonly policy: CorrectionPolicy;
  readonly now: Instant;
  /** Of the written decision, where the application is not accepted. */
  readonly notice?: { readonly number: string; readonly issuedBy: string };
}

/** The term for corrections passed: what follows is the place's rule, as of the end of the term and recorded now. */
export function missCorrection(
  application: Application,
  { policy, now, ...recording }: Recording,
): Change<Application, ApplicationEvent> {
  const { correction, status } = application;
  const effect = effectOfMissedCorrection(application, policy, now);
  if (status !== 'awaiting-correction' || correction === undefined || effect === null) {
    return unchanged(application);
  }
  const missedAt = effect.becameSoAt;
  const missed: ApplicationEvent = { type: 'correction-missed', missedAt, effect };
  const state: Application = {
    ...application,
    correction: { ...correction, missedAt, effect, recordedAt: now },
  };
  const then = ENDINGS[effect.consequence]({
    state,
    at: missedAt,
    reason: effect.follows.zh,
    now,
    ...recording,
  });
  return { state: then.state, events: [missed, ...then.events] };
}

interface Ending extends Pick<Recording, 'now' | 'notice'> {
  readonly state: Application;
  readonly at: Instant;
  readonly reason: string;
}

type End = (ending: Ending) => Change<Application, ApplicationEvent>;

const ENDINGS: Readonly<Record<CorrectionPolicy['consequence'], End>> = {
  remind: ({ state }) => unchanged(state),
  withdrawn: ({ state, at, reason }) => ({
    state: {
      ...state,
      status: applicationLifecycle.next(state.status, 'withdraw'),
      withdrawnAt: at,
    },
    events: [{ type: 'application-withdrawn', reason }],
  }),
  returned: ({ state, at }) => ({
    state: { ...state, status: applicationLifecycle.next(state.status, 'return'), returnedAt: at },
    events: [{ type: 'application-returned', returnedAt: at }],
  }),
  refused: ({ state, at, reason, now, notice }) => {
    if (notice === undefined) throw new TypeError('a decision not to accept has a number');
    const nonAcceptance = {
      ground: 'not-corrected',
      reasons: [reason],
      declinedAt: at,
    } as const;
    const status = applicationLifecycle.next(state.status, 'decline');
    const issued = issue(
      { ...state, status, nonAcceptance },
      {
        ...notice,
        kind: 'non-acceptance-notice',
        title: '不予受理决定书',
        issuedAt: now,
      },
      now,
    );
    return {
      state: issued.state,
      events: [{ type: 'application-declined', nonAcceptance }, ...issued.events],
    };
  },
};
