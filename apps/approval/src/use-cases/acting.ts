import type { Actor, Changes, Instant, Person } from '@onewindow/kernel';
import type { Case } from '../domain/case/case.js';
import type { Act, Standing } from '../domain/officers/act.js';
import type { AuthorityUsed } from '../domain/officers/authorisation.js';
import { mayGet } from '../domain/officers/assigning.js';
import { delegatorsOf } from '../domain/officers/authority.js';
import { kindOfAct, requireMayAct } from '../domain/officers/may-act.js';
import { officerKind, rosterKind, type Officer } from '../domain/officers/officer.js';
import { claimTask } from '../domain/officers/tasks.js';
import type { StageKind, StageOfTrack } from '../domain/process/stage.js';
import { activeStages, agencyOfStage, stagesOf } from '../domain/process/stages-of-track.js';
import type { Track } from '../domain/track/track.js';
import type { ApprovalDependencies } from './ports.js';
import { caseOf, saveTrack, trackFor, type TrackReference } from './records.js';

/** What an approver does on a track before it is decided. */
export const REVIEWING: Act = { kind: 'review', roles: ['approver'] };

/** An act that ends a stage belongs to that stage, whatever else runs beside it. */
export const endingStage =
  (kind: StageKind, actOn: (track: Track) => Act) =>
  (track: Track): Act => {
    const stage = activeStages(track).find((each) => each.kind === kind);
    return { ...actOn(track), ...(stage && { stage: stage.code }) };
  };

/** A track that somebody acts on, and under which authority. */
export interface ActingOn {
  readonly track: Track;
  readonly of: Case;
  readonly person: Person;
  readonly under?: AuthorityUsed;
}

/** Finds the track for somebody who may see it and may do this with it; what they take from the pool by it is theirs from here on. */
export async function actingOn(
  deps: ApprovalDependencies,
  changes: Changes,
  reference: TrackReference,
  actor: Actor,
  asked: Act | string | ((track: Track) => Act),
): Promise<ActingOn> {
  const found = await trackFor(changes, reference, actor);
  const of = await caseOf(changes, reference.caseNumber);
  const act = typeof asked === 'function' ? asked(found) : asked;
  const standing = await standingOf(deps, changes, { track: found, of, act }, actor);
  const { person, under, claims } = requireMayAct(found, act, actor, standing);
  let track = found;
  if (claims !== undefined) {
    const change = claimTask(track, claims, person, standing.now);
    saveTrack(changes, track, change);
    track = change.state;
  }
  return { track, of, person, ...(under && { under }) };
}

/** What the guard has to know, read in the transaction of the act. */
export async function standingOf(
  { now, place }: Pick<ApprovalDependencies, 'now' | 'place'>,
  changes: Changes,
  asked: { readonly track: Track; readonly of: Case; readonly act: Act | string },
  actor: Actor,
): Promise<Standing> {
  const at = now();
  const officer = actor.kind === 'person' ? await changes.find(officerKind, actor.id) : undefined;
  const agency = agencyOf(asked);
  const published =
    officer?.agency === agency || (await changes.find(rosterKind, agency)) !== undefined;
  return {
    now: at,
    matter: asked.of,
    published,
    ...(officer && { officer }),
    delegators: await delegatorsIn(changes, officer ? delegatorsOf(officer, at) : []),
    rules: place.work,
  };
}

function agencyOf({ track, act }: { readonly track: Track; readonly act: Act | string }): string {
  const code = typeof act === 'string' ? act : act.stage;
  return agencyOfStage(
    track,
    stagesOf(track).find((each) => each.code === code),
  ).agency;
}

/** Whether an officer may have a task of this stage at all, by what is true in this transaction; whatever the load. */
export async function mayHave(
  { place }: Pick<ApprovalDependencies, 'place'>,
  changes: Changes,
  officer: Officer,
  { track, of, stage }: { readonly track: Track; readonly of: Case; readonly stage: StageOfTrack },
  at: Instant,
): Promise<boolean> {
  const task = { track, act: kindOfAct(track, stage), role: stage.role, matter: of };
  const delegators = await delegatorsIn(changes, delegatorsOf(officer, at));
  return mayGet({ officer }, task, at, place.work, delegators);
}

/** Those of the accounts who are officers. */
export async function delegatorsIn(
  changes: Changes,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, Officer>> {
  const found = await Promise.all(accounts.map((each) => changes.find(officerKind, each)));
  return new Map(found.flatMap((each) => (each ? [[each.account, each]] : [])));
}
