import type { Actor, Role } from '@onewindow/kernel';
import { isOfficerOf } from '../domain/officers.js';
import { mayExtend } from '../domain/track/extension.js';
import { decidingRole, needsOpinion } from '../domain/process/passing-stages.js';
import { activeStages } from '../domain/process/stages-of-track.js';
import { trackLifecycle, type TrackAction } from '../domain/track/track-lifecycle.js';
import { reviewersOf } from '../domain/officers/recusal.js';
import type { Track } from '../domain/track/track.js';
import { stageActionsOn, type StageAction } from './stage-actions.js';

/** Who has these follows from more than the office. */
type NotAButton = 'extend-term' | 'withdraw' | OfTask | StageAction;

/** Offered with the task, not with the track. */
type OfTask = 'assign' | 'mark-green-lane';

/** Which button an action of the lifecycle is, and who of the deciding agency has it. */
const BUTTONS = {
  inspect: { button: 'arrange-inspection', roles: ['approver'] },
  'start-special-procedure': { button: 'start-special-procedure', roles: ['approver'] },
  'end-special-procedure': { button: 'end-special-procedure', roles: ['approver'] },
  'end-last-special-procedure': { button: 'end-special-procedure', roles: ['approver'] },
  'hear-party': { button: 'name-interested-party', roles: ['approver'] },
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
  'grant-at-once': { button: 'grant', roles: ['decision-officer'] },
  'refuse-at-once': { button: 'refuse', roles: ['decision-officer'] },
  reopen: { button: 'reopen', roles: ['decision-officer', 'agency-head'] },
} as const satisfies Record<
  Exclude<TrackAction, NotAButton>,
  { button: string; roles: readonly Role[] }
>;

/** What this person may do with the track now: the legal order of steps, and the person's office. */
export function actionsOn(track: Track, actor: Actor): string[] {
  const possible = trackLifecycle.actionsFrom(track.status);
  const buttons = possible
    .flatMap((action) => (isButton(action) && isInTurn(track, action) ? [BUTTONS[action]] : []))
    .filter(({ button, roles }) => {
      const isDecision = button === 'grant' || button === 'refuse';
      const deciding = isDecision ? [decidingRole(track)] : roles;
      if (!isOfficerOf(actor, track.agency, ...deciding)) return false;
      if (button === 'explain-delay') return track.promisedMissedAt !== undefined;
      if (button === 'review-draft') return mayReview(track, actor);
      return !(isDecision && actor.kind === 'person' && reviewersOf(track).includes(actor.id));
    })
    .map(({ button }) => button);
  const extending = possible.includes('extend-term') && mayExtend(track, actor);
  return [
    ...new Set([
      ...buttons,
      ...(extending ? ['extend-term'] : []),
      ...stageActionsOn(track, actor),
    ]),
  ];
}

const isButton = (action: TrackAction): action is keyof typeof BUTTONS =>
  Object.hasOwn(BUTTONS, action);

/** A definition may put other stages before the opinion, or ask for none. */
function isInTurn(track: Track, action: TrackAction): boolean {
  if (action === 'grant-at-once' || action === 'refuse-at-once') return !needsOpinion(track);
  if (action !== 'record-opinion') return true;
  return activeStages(track).some(({ kind }) => kind === 'review');
}

/** There is a draft that nobody has reviewed, and somebody else wrote it. */
const mayReview = ({ draft }: Track, actor: Actor): boolean =>
  draft !== undefined && draft.review === undefined && draft.draftedBy !== actor.id;
