import type { Actor } from '@onewindow/kernel';
import { isOfficerOf } from '../domain/officers.js';
import { mayExtend } from '../domain/track/extension.js';
import { needsOpinion } from '../domain/process/passing-stages.js';
import { activeStages } from '../domain/process/stages-of-track.js';
import { isFirstReview } from '../domain/track/transfer.js';
import { trackLifecycle, type TrackAction } from '../domain/track/track-lifecycle.js';
import { reviewersOf } from '../domain/officers/recusal.js';
import type { Act, Standing } from '../domain/officers/act.js';
import type { Track } from '../domain/track/track.js';
import { REVIEWING } from '../use-cases/acting.js';
import { decidingOn } from '../use-cases/decide-track.js';
import { CHECKING } from '../use-cases/draft-decision.js';
import { EXPLAINING } from '../use-cases/explain-delay.js';
import { APPROVING_EXTENSION } from '../use-cases/extend-term.js';
import { PROTECTING } from '../use-cases/protect-decision.js';
import { GIVING_OPINION } from '../use-cases/record-opinion.js';
import { REOPENING } from '../use-cases/reopen-track.js';
import { REPORTING } from '../use-cases/transfer-track.js';
import { stageButtonsOn, type StageAction } from './stage-actions.js';
import { offered, type Offered } from './withheld.js';

/** Who has these follows from more than the office. */
type NotAButton = 'extend-term' | 'withdraw' | OfTask | StageAction;

/** Offered with the task, not with the track. */
type OfTask = 'assign' | 'mark-green-lane';

/** Which button an action of the lifecycle is, and what its use case asks the guard; who may ask at all stands in the act. */
const BUTTONS = {
  inspect: { button: 'arrange-inspection', act: REVIEWING },
  'start-special-procedure': { button: 'start-special-procedure', act: REVIEWING },
  'end-special-procedure': { button: 'end-special-procedure', act: REVIEWING },
  'end-last-special-procedure': { button: 'end-special-procedure', act: REVIEWING },
  'hear-party': { button: 'name-interested-party', act: REVIEWING },
  consult: { button: 'consult-departments', act: REVIEWING },
  'transfer-up': { button: 'transfer-track', act: REPORTING },
  'record-opinion': { button: 'record-opinion', act: GIVING_OPINION },
  'explain-delay': { button: 'explain-delay', act: EXPLAINING },
  'draft-decision': { button: 'draft-decision', act: REVIEWING },
  'review-draft': { button: 'review-draft', act: CHECKING },
  grant: { button: 'grant', act: decidingOn },
  refuse: { button: 'refuse', act: decidingOn },
  'grant-at-once': { button: 'grant', act: decidingOn },
  'refuse-at-once': { button: 'refuse', act: decidingOn },
  protect: { button: 'protect-decision', act: PROTECTING },
  reopen: { button: 'reopen', act: REOPENING },
} as const satisfies Record<
  Exclude<TrackAction, NotAButton>,
  { button: string; act: Act | ((track: Track) => Act) }
>;

/** What this person may do with the track now: the legal order of steps, the person's office, and the guard of every act. */
export function actionsOn(
  track: Track,
  actor: Actor,
  standing: (agency: string) => Standing,
): Offered {
  const possible = trackLifecycle.actionsFrom(track.status);
  const buttons = possible
    .flatMap((action) => (isButton(action) && isInTurn(track, action) ? [BUTTONS[action]] : []))
    .map(({ button, act }) => ({ button, act: typeof act === 'function' ? act(track) : act }))
    .filter(
      ({ button, act }) =>
        isOfficerOf(actor, track.agency, ...act.roles) && isUseful(button, track, actor),
    );
  const extending = possible.includes('extend-term') && mayExtend(track, actor);
  // The head of a government is no officer of the agency: the rules of extending know who that is.
  const guarded = isOfficerOf(actor, track.agency, 'agency-head');
  const extension = { button: 'extend-term', ...(guarded && { act: APPROVING_EXTENSION }) };
  return offered(
    [...buttons, ...(extending ? [extension] : []), ...stageButtonsOn(track, actor, standing)],
    track,
    actor,
    standing,
  );
}

const isButton = (action: TrackAction): action is keyof typeof BUTTONS =>
  Object.hasOwn(BUTTONS, action);

/** A definition may put other stages before the opinion, or ask for none. */
function isInTurn(track: Track, action: TrackAction): boolean {
  if (action === 'grant-at-once' || action === 'refuse-at-once') return !needsOpinion(track);
  if (action === 'transfer-up') return activeStages(track).some(isFirstReview);
  if (action !== 'record-opinion') return true;
  return activeStages(track).some(({ kind }) => kind === 'review');
}

/** Not without an occasion, nor for somebody whose own work it rests on. */
function isUseful(button: string, track: Track, actor: Actor): boolean {
  if (button === 'explain-delay') return track.promisedMissedAt !== undefined;
  if (button === 'review-draft') return mayReview(track, actor);
  const isDecision = button === 'grant' || button === 'refuse';
  return !(isDecision && actor.kind === 'person' && reviewersOf(track).includes(actor.id));
}

/** There is a draft that nobody has reviewed, and somebody else wrote it. */
const mayReview = ({ draft }: Track, actor: Actor): boolean =>
  draft !== undefined && draft.review === undefined && draft.draftedBy !== actor.id;
