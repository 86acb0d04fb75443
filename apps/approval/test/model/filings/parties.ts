import {
  endOfDay,
  legalDateAt,
  type Instant,
  type LegalDate,
  type Person,
} from '@onewindow/kernel';
import { inThisState, listed, refused } from '../walk/answer.js';
import type { Calendar } from '../walk/calendar.js';
import { lastDayIn } from '../walk/days.js';
import type { Answer } from '../walk/game.js';

/** Whose interests a filing touches, and what they and the applicant had to say (许可法 36). */
export interface Hearing {
  readonly parties: readonly Party[];
  readonly statements: readonly Statement[];
}

export interface Party {
  readonly name: string;
  /** Its account, where it named itself. */
  readonly self?: string;
  readonly namedOn: LegalDate;
  /** The day on which its notice was served. */
  readonly toldOn?: LegalDate;
  readonly declined: boolean;
}

export interface Statement {
  /** Of which party; absent: the applicant. */
  readonly of?: string;
  readonly kind: 'statement' | 'waiver';
}

export type HearingAct =
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'tell'; readonly party: string; readonly servedOn: LegalDate }
  | { readonly type: 'dismiss'; readonly party: string; readonly reason: boolean }
  | { readonly type: 'state'; readonly party?: string; readonly kind: Statement['kind'] };

export const isOfHearing = (act: { readonly type: string }): act is HearingAct =>
  ['name', 'tell', 'dismiss', 'state'].includes(act.type);

/** By which a path knows a party: somebody may be named by the agency and by himself. */
export const keyOf = ({ name, self }: Pick<Party, 'name' | 'self'>): string =>
  self === undefined ? name : `${name} by itself`;

export interface Hears {
  readonly hearing: Hearing;
  readonly isOpen: boolean;
  readonly now: Instant;
}

type Speaking = { readonly act: HearingAct; readonly actor: Person };

const isReviewer = ({ department, roles }: Person): boolean =>
  department === 'bureau' && roles.includes('approver');
const isApplicant = ({ id }: Person): boolean => id === 'chen';

/** Why it is not done; undefined: it is done. */
export function refusalOfHearing(of: Hears, { act, actor }: Speaking): Answer | undefined {
  const { hearing } = of;
  const sees = isApplicant(actor) || actor.department === 'bureau';
  if (act.type === 'name') {
    const isOther = actor.roles.includes('applicant') && !isApplicant(actor);
    if (!isReviewer(actor) && !isOther) {
      return refused(sees ? 'not-the-deciding-agency' : 'track-not-found');
    }
    if (!of.isOpen) return inThisState;
    const isKnown = hearing.parties.some((each) =>
      isOther ? each.self === actor.id : each.name === act.name,
    );
    return listed(NOT_POSSIBLE, { 'party-named-once': isKnown });
  }
  const party = hearing.parties.find((each) => keyOf(each) === act.party);
  if (act.type === 'state') {
    if (!isReviewer(actor)) {
      const isMine = act.party === undefined ? isApplicant(actor) : party?.self === actor.id;
      if (!isMine) return refused(isApplicant(actor) ? 'party-not-found' : 'track-not-found');
    }
    if (!of.isOpen) return inThisState;
    return act.party !== undefined && party === undefined ? refused('party-not-found') : undefined;
  }
  if (!sees) return refused('track-not-found');
  if (!isReviewer(actor))
    return refused('not-the-deciding-agency', 'officer-of-the-deciding-agency');
  if (party === undefined) return refused('party-not-found');
  const isAnswered = party.toldOn !== undefined || party.declined;
  if (act.type === 'dismiss') {
    return listed(NOT_POSSIBLE, {
      'party-not-answered-yet': isAnswered,
      'came-forward-by-itself': party.self === undefined,
      'reason-given': !act.reason,
    });
  }
  const on = act.servedOn;
  return listed(NOT_POSSIBLE, {
    'party-not-answered-yet': isAnswered,
    'served-after-naming': on < party.namedOn || on > legalDateAt(of.now),
  });
}

const NOT_POSSIBLE = 'hearing-of-parties-not-possible';

export function heardMore(of: Hears, { act, actor }: Speaking): Hearing {
  const { hearing, now } = of;
  const with_ = (key: string, changes: Partial<Party>): Hearing => ({
    ...hearing,
    parties: hearing.parties.map((each) => (keyOf(each) === key ? { ...each, ...changes } : each)),
  });
  switch (act.type) {
    case 'name': {
      const self = isReviewer(actor) ? {} : { self: actor.id };
      const party = { name: act.name, ...self, namedOn: legalDateAt(now), declined: false };
      return { ...hearing, parties: [...hearing.parties, party] };
    }
    case 'tell':
      return with_(act.party, { toldOn: act.servedOn });
    case 'dismiss':
      return with_(act.party, { declined: true });
    case 'state': {
      const { kind, party } = act;
      const statement = { kind, ...(party !== undefined && { of: party }) };
      return { ...hearing, statements: [...hearing.statements, statement] };
    }
  }
}

/** Five working days from the service of the notice. */
export function heardBy(calendar: Calendar, { toldOn }: Party): LegalDate | undefined {
  if (toldOn === undefined) return undefined;
  return lastDayIn(calendar, toldOn, { unit: 'working-day', days: 5 }).day;
}

/** What keeps a decision from being made. */
export function unmetByHearing(
  { parties, statements }: Hearing,
  calendar: Calendar,
  now: Instant,
  givesReasons: boolean,
): Readonly<Record<string, boolean>> {
  const touched = parties.filter(({ declined }) => !declined);
  const mayStillSpeak = (party: Party) => {
    const end = heardBy(calendar, party);
    const hasSpoken = statements.some(({ of }) => of === keyOf(party));
    return party.toldOn !== undefined && !hasSpoken && (end === undefined || now < endOfDay(end));
  };
  return {
    'parties-told': touched.some(({ toldOn }) => toldOn === undefined),
    'parties-heard': touched.some(mayStillSpeak),
    'statements-answered': !givesReasons && statements.some(({ kind }) => kind === 'statement'),
  };
}
