import type { Actor, Role } from '@onewindow/kernel';
import { isOfficerOf } from '../domain/officers.js';
import { mayExtend } from '../domain/track/extension.js';
import { trackLifecycle, type TrackAction } from '../domain/track/track-lifecycle.js';
import type { Track } from '../domain/track/track.js';

/** Which button an action of the lifecycle is, and who of the deciding agency has it. */
const BUTTONS = {
  inspect: { button: 'arrange-inspection', roles: ['approver'] },
  'start-special-procedure': { button: 'start-special-procedure', roles: ['approver'] },
  'end-special-procedure': { button: 'end-special-procedure', roles: ['approver'] },
  'end-last-special-procedure': { button: 'end-special-procedure', roles: ['approver'] },
  consult: { button: 'consult-departments', roles: ['approver'] },
  'record-opinion': { button: 'record-opinion', roles: ['approver'] },
  'explain-delay': {
    button: 'explain-delay',
    roles: ['approver', 'decision-officer', 'agency-head'],
  },
  'draft-decision': { button: 'draft-decision', roles: ['approver'] },
  'review-draft': {
    button: 'review-draft',
    roles: ['approver', 'decision-officer', 'agency-head'],
  },
  grant: { button: 'grant', roles: ['decision-officer'] },
  refuse: { button: 'refuse', roles: ['decision-officer'] },
  reopen: { button: 'reopen', roles: ['decision-officer', 'agency-head'] },
} as const satisfies Record<
  Exclude<TrackAction, 'extend-term'>,
  { button: string; roles: readonly Role[] }
>;

/** What this person may do with the track now: the legal order of steps, and the person's office. */
export function actionsOn(track: Track, actor: Actor): string[] {
  const possible = trackLifecycle.actionsFrom(track.status);
  const buttons = possible
    .flatMap((action) => (action === 'extend-term' ? [] : [BUTTONS[action]]))
    .filter(({ button, roles }) => {
      if (!isOfficerOf(actor, track.agency, ...roles)) return false;
      if (button === 'explain-delay') return track.promisedMissedAt !== undefined;
      if (button === 'review-draft') return mayReview(track, actor);
      const isDecision = button === 'grant' || button === 'refuse';
      return !(isDecision && track.opinion?.reviewer === actor.id);
    })
    .map(({ button }) => button);
  const extending = possible.includes('extend-term') && mayExtend(track, actor);
  return [...new Set([...buttons, ...(extending ? ['extend-term'] : [])])];
}

/** There is a draft that nobody has reviewed, and somebody else wrote it. */
const mayReview = ({ draft }: Track, actor: Actor): boolean =>
  draft !== undefined && draft.review === undefined && draft.draftedBy !== actor.id;
