import type { Instant, Person, Role } from '@onewindow/kernel';
import type { Agency } from '../officers.js';
import type { Track } from '../track/track.js';
import type { AuthorityUsed, KindOfAct } from './authorisation.js';
import type { Officer } from './officer.js';
import type { Matter } from './recusal.js';
import type { Assignment } from './task.js';

/** What somebody is about to do with a track. */
export interface Act {
  /** What it takes to be competent; absent: being competent for anything about the item. */
  readonly kind?: KindOfAct;
  /** Of which the person needs one; a head among them acts by the office, without a task or a competence. */
  readonly roles: readonly [Role, ...Role[]];
  /** The stage that it belongs to; absent: those of the roles that the deciding agency has to do now. */
  readonly stage?: string;
  /** Said in the name of the agency, whoever has the task. */
  readonly withoutTask?: true;
}

/** What the guard rests on, as of the transaction of the act itself. */
export interface Standing {
  readonly now: Instant;
  readonly matter: Matter;
  /** Whether the agency publishes its officers; where it does not, whoever has the role acts. */
  readonly published: boolean;
  /** The actor's own record. */
  readonly officer?: Officer;
  /** Those who delegated something to the actor. */
  readonly delegators: ReadonlyMap<string, Officer>;
  readonly rules: ActingRules;
}

/** What the place says of acting on tracks. */
export interface ActingRules {
  /** Whoever acts on a task of the pool has claimed it; otherwise it has to be claimed first. */
  readonly claimByActing: boolean;
  /** Whoever prepared or made a decision that was quashed does not handle the track again. */
  readonly quashedByAnother: boolean;
}

/** Somebody who may: under which authority, and which task of the pool they take by it. */
export interface Acting {
  readonly person: Person;
  readonly under?: AuthorityUsed;
  readonly claims?: string;
}

/** What the rules of acting look at. */
export interface ActSituation {
  readonly track: Track;
  readonly person: Person;
  readonly agency: Agency;
  /** By the office of a head. */
  readonly byOffice: boolean;
  readonly standing: Standing;
  readonly authority?: AuthorityUsed;
  /** The task that this belongs to, while it is to be done now. */
  readonly task?: TaskOfAct;
  /** Instead of a task: several of the pool to which it may belong. */
  readonly choices?: readonly TaskOfAct[];
}

export interface TaskOfAct {
  readonly stage: string;
  readonly name: string;
  readonly assignment?: Assignment;
}
