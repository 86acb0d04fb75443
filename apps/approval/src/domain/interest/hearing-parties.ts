import {
  isLegalDate,
  refuseWhenUnmet,
  type Actor,
  type Change,
  type Instant,
  type Person,
  type UnmetRule,
} from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import { partyNoticeNumber } from '../paper-numbers.js';
import { unmetOf, type Requirement } from '../requirement.js';
import {
  isServiceDay,
  type InterestedParties,
  type InterestedParty,
  type InterestEvent,
  type PartyTold,
  type Statement,
} from './interested-parties.js';

type Changed = Change<InterestedParties, InterestEvent>;

export interface PartyNamed {
  readonly name: string;
  readonly interest: string;
}

/** The agency finds whose interests are touched, or somebody comes forward (许可法 36). */
export function nameParty(
  of: InterestedParties,
  { name, interest }: PartyNamed,
  {
    partyId,
    self,
    now,
  }: { readonly partyId: string; readonly self?: Person; readonly now: Instant },
): Changed {
  const known = of.parties.some((each) =>
    self === undefined ? each.name === name : each.account === self.id,
  );
  refuseWhenUnmet(known ? [NAMED_ALREADY] : [], refusal);
  const party: InterestedParty = {
    partyId,
    name,
    interest,
    namedBy: self === undefined ? 'agency' : 'self',
    ...(self && { account: self.id }),
    namedAt: now,
  };
  return {
    state: { ...of, parties: [...of.parties, party] },
    events: [{ type: 'party-named', party }],
  };
}

export interface TellingOfParty extends Pick<
  PartyTold,
  'method' | 'receivedBy' | 'servedOn' | 'within' | 'hearing'
> {
  readonly partyId: string;
}

/** The notice was served: from here the party has its term to state its case. */
export function tellParty(
  of: InterestedParties,
  { partyId, ...service }: TellingOfParty,
  officer: Person,
  now: Instant,
): Changed {
  const party = partyOf(of, partyId);
  refuseWhenUnmet(unmetOf(telling, { party, servedOn: service.servedOn, now }), refusal);
  const told: PartyTold = {
    ...service,
    noticeNumber: partyNoticeNumber(of, 1 + of.parties.indexOf(party)),
    recordedAt: now,
    recordedBy: officer.id,
  };
  return {
    state: withParty(of, { ...party, told }),
    events: [{ type: 'party-told', partyId, told }],
  };
}

/** Somebody came forward whose substantial interests are not touched; the reason is kept and told to him. */
export function declineParty(
  of: InterestedParties,
  { partyId, reason }: { readonly partyId: string; readonly reason: string },
  now: Instant,
): Changed {
  const party = partyOf(of, partyId);
  refuseWhenUnmet(unmetOf(declining, { party, reason }), refusal);
  return {
    state: withParty(of, { ...party, declined: { reason, declinedAt: now } }),
    events: [{ type: 'party-declined', partyId, reason }],
  };
}

/** What a party or the applicant says for itself 陈述申辩, at any time until the decision. */
export function recordStatement(
  of: InterestedParties,
  { partyId, kind, text }: Pick<Statement, 'partyId' | 'kind' | 'text'>,
  by: Actor,
  now: Instant,
): Changed {
  if (partyId !== undefined) partyOf(of, partyId);
  refuseWhenUnmet(unmetOf(stating, { kind, text }), refusal);
  const statement: Statement = {
    ...(partyId !== undefined && { partyId }),
    kind,
    text,
    statedAt: now,
    recordedBy: by.id,
  };
  return {
    state: { ...of, statements: [...of.statements, statement] },
    events: [{ type: 'statement-recorded', statement }],
  };
}

function partyOf({ parties }: InterestedParties, partyId: string): InterestedParty {
  const party = parties.find((each) => each.partyId === partyId);
  if (party === undefined) throw approvalRefusals.refuse('party-not-found');
  return party;
}

const withParty = (of: InterestedParties, party: InterestedParty): InterestedParties => ({
  ...of,
  parties: of.parties.map((each) => (each.partyId === party.partyId ? party : each)),
});

const refusal = (unmet: readonly UnmetRule[]) =>
  approvalRefusals.refuse('hearing-of-parties-not-possible', unmet);

const ART_36 = '行政许可法 36';

const NAMED_ALREADY: UnmetRule = {
  rule: 'party-named-once',
  path: 'name',
  source: ART_36,
  message: {
    zh: '该利害关系人已经列入，无需重复。',
    en: 'This party is named already.',
  },
};

const NOT_ANSWERED: Requirement<{ readonly party: InterestedParty }> = {
  rule: 'party-not-answered-yet',
  path: 'partyId',
  source: ART_36,
  message: {
    zh: '已告知该利害关系人，或者已认定其不具有重大利益关系。',
    en: 'The party was told already, or was found not to be touched.',
  },
  holds: ({ party }) => party.told === undefined && party.declined === undefined,
};

const telling: readonly Requirement<{
  readonly party: InterestedParty;
  readonly servedOn: PartyTold['servedOn'];
  readonly now: Instant;
}>[] = [
  NOT_ANSWERED,
  {
    rule: 'served-after-naming',
    path: 'servedOn',
    source: ART_36,
    message: {
      zh: '送达日期须存在，不早于列入之日，也不晚于今天。',
      en: 'The day of service has to exist, not before the party was named and not after today.',
    },
    holds: ({ party, servedOn, now }) =>
      isLegalDate(servedOn) && isServiceDay(servedOn, party.namedAt, now),
  },
];

const declining: readonly Requirement<{
  readonly party: InterestedParty;
  readonly reason: string;
}>[] = [
  NOT_ANSWERED,
  {
    rule: 'came-forward-by-itself',
    path: 'partyId',
    source: ART_36,
    message: {
      zh: '本机关列入的利害关系人应当告知。',
      en: 'A party that the agency named itself has to be told.',
    },
    holds: ({ party }) => party.namedBy === 'self',
  },
  {
    rule: 'reason-given',
    path: 'reason',
    source: ART_36,
    message: {
      zh: '请写明不认定为利害关系人的理由。',
      en: 'State why no substantial interest of the party is touched.',
    },
    holds: ({ reason }) => reason.trim() !== '',
  },
];

const stating: readonly Requirement<Pick<Statement, 'kind' | 'text'>>[] = [
  {
    rule: 'statement-given',
    path: 'text',
    source: ART_36,
    message: { zh: '请填写陈述申辩的内容。', en: 'Enter what was stated.' },
    holds: ({ kind, text }) => kind === 'waiver' || text.trim() !== '',
  },
];
