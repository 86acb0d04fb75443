import type { Instant } from '@onewindow/kernel';
import type { ActingRules, Standing } from '../domain/officers/act.js';
import type { Matter } from '../domain/officers/recusal.js';
import type { ActingFacts } from './records.js';

/** What the guard rests on for whoever looks at a case: the same that an act of theirs reads in its transaction. */
export const standingIn =
  (
    { of, acting }: { readonly of: Matter; readonly acting?: ActingFacts },
    rules: ActingRules,
    now: Instant,
  ): ((agency: string) => Standing) =>
  (agency) => {
    const { officer, delegators = [], published = [] } = acting ?? {};
    return {
      now,
      matter: of,
      published: officer?.agency === agency || published.includes(agency),
      ...(officer && { officer }),
      delegators: new Map(delegators.map((each) => [each.account, each])),
      rules,
    };
  };
