import type { TrackView } from '@onewindow/contracts';
import type { Actor, UnmetRule } from '@onewindow/kernel';
import type { Act, Standing } from '../domain/officers/act.js';
import { unmetToAct } from '../domain/officers/may-act.js';
import type { Track } from '../domain/track/track.js';

/** A button that the order of steps and the office allow, and what the guard is asked when it is pressed. */
export interface Button {
  readonly button: string;
  /** A stage by its code; absent: no act of an officer, so there is nothing to ask. */
  readonly act?: Act | string;
  /** Of the agency that does it, where it is not the one of the track. */
  readonly agency?: string;
}

export type Offered = Pick<TrackView, 'actions' | 'withheld'>;

/** Only what the guard lets this person do is offered; why the rest is not, stands beside it, each reason once. */
export function offered(
  buttons: readonly Button[],
  track: Track,
  actor: Actor,
  standing: (agency: string) => Standing,
): Offered {
  const asked = buttons.map(({ button, act, agency = track.agency }) => ({
    button,
    unmet: act === undefined ? [] : unmetToAct(track, act, actor, standing(agency)),
  }));
  return gathered(asked);
}

/** A button, and everything that keeps this person from it. */
export interface Asked {
  readonly button: string;
  readonly unmet: readonly UnmetRule[];
}

/** What nothing stands against is offered. */
export function gathered(asked: readonly Asked[]): Offered {
  const free = asked.filter(({ unmet }) => unmet.length === 0).map(({ button }) => button);
  const actions = [...new Set(free)];
  const withheld = new Map<string, { readonly unmet: UnmetRule; readonly actions: Set<string> }>();
  for (const { button, unmet } of asked.filter(({ button }) => !actions.includes(button))) {
    for (const each of unmet) {
      const key = `${each.rule} ${each.message.zh}`;
      const known = withheld.get(key) ?? { unmet: each, actions: new Set() };
      known.actions.add(button);
      withheld.set(key, known);
    }
  }
  if (withheld.size === 0) return { actions };
  return {
    actions,
    withheld: [...withheld.values()].map((each) => ({
      actions: [...each.actions],
      rule: each.unmet.rule,
      ...each.unmet.message,
      ...(each.unmet.source !== undefined && { source: each.unmet.source }),
    })),
  };
}
