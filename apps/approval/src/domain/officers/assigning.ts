import { legalDateAt, type Instant, type LegalDate } from '@onewindow/kernel';
import type { Track } from '../track/track.js';
import type { ActingRules } from './act.js';
import type { KindOfAct } from './authorisation.js';
import { authorityFor, covers } from './authority.js';
import { isOnLeave } from './leave.js';
import type { Officer } from './officer.js';
import { relationTo, reviewedIt, tookPartInQuashed, type Matter } from './recusal.js';

/** What the place says of the work of officers. */
export interface WorkRules extends ActingRules {
  /** Matters of one applicant in a row with the same officer; 0: any number. */
  readonly mattersInARow: number;
  /** Months with an item after which others go before; 0: never. */
  readonly monthsWithAnItem: number;
  readonly weight: { readonly usual: number; readonly siteVisit: number };
}

export interface Candidate {
  readonly officer: Officer;
  /** Weighted. */
  readonly openWork: number;
}

/** One stage of a track that somebody has to do. */
export interface TaskToAssign {
  readonly track: Track;
  readonly act: KindOfAct;
  /** Of the stage. */
  readonly role: string;
  readonly matter: Matter;
  /** Who had the applicant's last matters, newest first. */
  readonly last: readonly string[];
  /** Who gets it in no case, though what they delegated to others stands. */
  readonly passOver?: readonly string[];
  /** Whose turn it is among equals: goes on by one from matter to matter. */
  readonly turn: number;
}

/**
 * The officer who gets a task: with the least open work, equals in turn. Never somebody who stands back, is away, is not competent
 * or has enough; then nobody, and the task is in the pool of the agency. Somebody whose turn is over 轮岗 only if there is no other.
 * Depends on nothing but its arguments, nor on the order of the candidates.
 */
export function chooseOfficer(
  candidates: readonly Candidate[],
  task: TaskToAssign,
  now: Instant,
  rules: WorkRules,
): Officer | undefined {
  const delegators = new Map(candidates.map(({ officer }) => [officer.account, officer]));
  const able = candidates.filter(
    (each) =>
      task.passOver?.includes(each.officer.account) !== true &&
      mayGet(each, task, now, rules, delegators) &&
      hasRoomFor(each, task, rules),
  );
  const rested = able.filter(({ officer }) => !isTurnOver(officer, task, now, rules));
  const among = rested.length > 0 ? rested : able;
  const least = Math.min(...among.map(({ openWork }) => openWork));
  const equals = among
    .filter(({ openWork }) => openWork === least)
    .toSorted((one, other) => (one.officer.account < other.officer.account ? -1 : 1));
  return equals[task.turn % equals.length]?.officer;
}

export const weightOf = ({ siteVisit }: Pick<Track, 'siteVisit'>, { weight }: WorkRules): number =>
  siteVisit ? weight.siteVisit : weight.usual;

/** Whatever the load: whether this officer may have this task at all. The guard asks the same at every act. */
export function mayGet(
  { officer }: Pick<Candidate, 'officer'>,
  { track, act, role, matter }: Pick<TaskToAssign, 'track' | 'act' | 'role' | 'matter'>,
  now: Instant,
  { quashedByAnother }: ActingRules,
  delegators: ReadonlyMap<string, Officer>,
): boolean {
  return (
    officer.status === 'in-post' &&
    (officer.roles?.some((each) => each === role) ?? true) &&
    !isOnLeave(officer, now) &&
    relationTo(officer, matter, now) === undefined &&
    !reviewedIt(track, officer.account, act) &&
    !(quashedByAnother && tookPartInQuashed(track, officer.account)) &&
    authorityFor(officer, { item: track.item, act }, now, delegators) !== undefined
  );
}

const hasRoomFor = (
  { officer: { limit }, openWork }: Candidate,
  { track }: TaskToAssign,
  rules: WorkRules,
): boolean => limit === undefined || openWork + weightOf(track, rules) <= limit;

/** The last matters of this applicant were all with this officer, or the item has been for longer than the place wants. */
function isTurnOver(
  { account, competences }: Officer,
  { last, track, act }: TaskToAssign,
  now: Instant,
  { mattersInARow, monthsWithAnItem }: WorkRules,
): boolean {
  const row = last.slice(0, mattersInARow);
  if (mattersInARow > 0 && row.length === mattersInARow && row.every((each) => each === account)) {
    return true;
  }
  if (monthsWithAnItem === 0) return false;
  const since = competences
    .filter((each) => covers(each, track.item, act))
    .map((each) => each.since)
    .toSorted()[0];
  return since !== undefined && monthsAfter(since, monthsWithAnItem) <= legalDateAt(now);
}

/** The same day of a later month, as text that compares like a date; a day that the month has not is its last one or later. */
function monthsAfter(date: LegalDate, months: number): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  const total = year * 12 + (month - 1) + months;
  const at = [Math.floor(total / 12), (total % 12) + 1];
  return `${String(at[0])}-${String(at[1]).padStart(2, '0')}-${date.slice(8)}`;
}
