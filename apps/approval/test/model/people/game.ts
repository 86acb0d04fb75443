import { randomUUID } from 'node:crypto';
import { ApplicationAcceptedV1 } from '@onewindow/contracts';
import { withCause } from '@onewindow/journal';
import {
  addDays,
  addMilliseconds,
  endOfDay,
  legalDate,
  legalDateAt,
  startOfDay,
  type Instant,
} from '@onewindow/kernel';
import * as fc from 'fast-check';
import type { ApprovalProcess } from '../walk/a-process.js';
import { applicationOf, caseNumberOf, itemToldOf } from '../walk/accepted.js';
import { sendTo, type Command } from '../walk/answer.js';
import { commandsBy, IN_FAVOUR, judgment } from '../walk/commands.js';
import type { Game } from '../walk/game.js';
import type { Office } from '../walk/office.js';
import { stepsOf } from '../walk/steps.js';
import type { Walk } from '../walk/walked.js';
import { attempt, bound, headOf, type Attempt } from './attempts.js';
import { expectedOf, observed, withHolders, type Observed } from './observed.js';
import type { Bound, Matter, OfficerModel, PeopleModel } from './people-model.js';
import { acted, given, timePasses } from './what-happens.js';

interface Sent extends Bound {
  readonly key: string;
}

/** Officers of an agency and the matters that they handle. */
export interface PeopleParts {
  readonly of: PeopleModel;
  readonly attempt: Attempt;
  readonly sent: Sent;
  readonly seen: Observed;
}

class PeopleGame implements Game<PeopleParts> {
  readonly acted = acted;
  readonly timePasses = timePasses;
  readonly expected = expectedOf;
  readonly chosen = withHolders;

  constructor(
    private readonly office: Office,
    private readonly agency: string,
    /** The item of each case. */
    private readonly items: ReadonlyMap<string, string>,
  ) {}

  send = (of: PeopleModel, tried: Attempt): Sent => ({ key: randomUUID(), ...bound(of, tried) });

  /** Work that goes to others goes after what made it necessary: whoever acts in between finds it half gone. */
  isAlone({ act: { type } }: Sent): boolean {
    return type === 'relate' || type === 'retire' || type === 'hand-over';
  }

  perform(process: ApprovalProcess, sent: Sent) {
    return sendTo(
      process,
      sent.key,
      sent.actor,
      commandOf(process, sent, { item: this.items.get(sent.caseNumber)!, agency: this.agency }),
    );
  }

  /** What follows by itself from a step has followed. */
  async seen(): Promise<Observed> {
    await this.office.settled();
    return observed(this.office.pool, this.items.keys());
  }

  end({ officers, now }: PeopleModel, which: number): Instant {
    const days = officers.flatMap(({ leaves, authorities }) => [
      ...Object.values(leaves),
      ...authorities.map(({ until }) => until),
    ]);
    return endOfDay(days[which % days.length] ?? legalDateAt(now));
  }

  name({ act }: Sent): string {
    return act.type;
  }
}

function commandOf(
  { approval }: ApprovalProcess,
  { key, act, caseNumber, stage, actor }: Sent,
  { item, agency }: { readonly item: string; readonly agency: string },
): Command {
  const track = { caseNumber, item };
  const task = { ...track, stage };
  const reason = '工作需要';
  const command = commandsBy(actor);
  switch (act.type) {
    case 'opinion':
      return command({ ...track, ...IN_FAVOUR }, approval.recordOpinion);
    case 'decide': {
      const { outcome } = act;
      return command(
        { ...track, outcome, reasons: ['理由'], legalBasis: ['依据'] },
        approval.decideTrack,
      );
    }
    case 'claim':
      return command(task, approval.claimTask);
    case 'release':
      return command({ ...task, reason }, approval.releaseTask);
    case 'assign':
      return command({ ...task, officer: act.to, reason }, approval.assignTask);
    case 'reopen':
      return command({ ...track, ...judgment(key, act.on) }, approval.reopenTrack);
    case 'leave': {
      const { account, from, until } = act;
      return command({ account, from, until, reason }, approval.recordLeave);
    }
    case 'authorise': {
      const { account, acts, from, until } = act;
      const kind = 'chief-representative' as const;
      return command(
        { account, kind, documentNumber: '审授 1', acts, from, until },
        approval.authoriseOfficer,
      );
    }
    case 'relate': {
      const party = { kind: 'organisation' as const, creditCode: act.applicant };
      return command({ account: act.account, with: party, reason }, approval.declareRelation);
    }
    case 'hand-over': {
      const { account, to } = act;
      return command({ account, reason, ...(to !== undefined && { to }) }, approval.handOverWork);
    }
    case 'retire':
    case 'appoint': {
      const { account } = act;
      const officer = published(account, agency);
      return command(
        { ...officer, ...(act.type === 'retire' && { left: true }) },
        approval.publishOfficer,
      );
    }
  }
}

/** Two who review, two who decide, and one who does both, whose post is for the first item alone. */
const POSTS = {
  r1: [['approver'], ['review']],
  r2: [['approver'], ['review']],
  d1: [['decision-officer'], ['decide']],
  d2: [['decision-officer'], ['decide']],
  w1: [
    ['approver', 'decision-officer'],
    ['review', 'decide'],
  ],
  v1: [['approver', 'decision-officer'], []],
} as const;

const published = (account: string, agency: string) => {
  const [roles, acts] = POSTS[account.slice(0, 2) as keyof typeof POSTS];
  const items = account.startsWith('w1') ? { items: [`first-${agency}`] } : {};
  return {
    account,
    name: account,
    agency,
    roles: [...roles],
    competences:
      acts.length === 0 ? [] : [{ acts: [...acts], since: legalDate('2026-01-05'), ...items }],
  };
};

function officerOf(account: string, agency: string): OfficerModel {
  const { roles, competences } = published(account, agency);
  const [competence = { acts: [] }] = competences;
  return { account, roles, competence, inPost: true, authorities: [], leaves: {}, relations: [] };
}

interface PeoplePlan {
  readonly acceptedAt: Instant;
  /** The applicant of each matter. */
  readonly applicants: readonly number[];
}

const peoplePlan: fc.Arbitrary<PeoplePlan> = fc.record({
  acceptedAt: fc
    .nat(140)
    .map((day) => addMilliseconds(startOfDay(addDays(legalDate('2026-01-04'), day)), 36_000_000)),
  applicants: fc.array(fc.nat(1), { minLength: 1, maxLength: 3, size: 'max' }),
});

export const people: Walk<PeopleParts, PeoplePlan> = {
  model: 'people',
  runs: 4,
  longest: 30,
  plan: peoplePlan,
  steps: stepsOf<PeopleParts>(attempt),
  async begin(office, { acceptedAt, applicants }) {
    await office.beginAt(acceptedAt);
    const serial = String(office.next());
    const agency = `agency-${serial}`;
    const actor = headOf(agency);
    const accounts = Object.keys(POSTS).map((each) => `${each}-${serial}`);
    for (const account of accounts) {
      await withCause({ id: `publish:${account}`, actor }, () =>
        office.process(0).approval.publishOfficer(published(account, agency), { actor }),
      );
    }
    const matters = applicants.map((applicant, index): Matter => {
      const caseNumber = caseNumberOf(office.next());
      const item = index === 0 ? `first-${agency}` : `other-${agency}`;
      const credit = `${applicant === 0 ? 'A' : 'B'}${serial.padStart(17, '0')}`;
      return { caseNumber, item, applicant: credit, holder: [], before: [] };
    });
    for (const matter of matters) {
      await office.hear(0, ApplicationAcceptedV1, toldOf(matter, agency, acceptedAt));
    }
    const items = new Map(matters.map(({ caseNumber, item }) => [caseNumber, item]));
    const officers = accounts.map((each) => officerOf(each, agency));
    const of: PeopleModel = { now: acceptedAt, agency, officers, matters };
    return {
      board: { office, game: new PeopleGame(office, agency, items) },
      of: { ...of, matters: matters.map((each) => given(of, each)) },
    };
  },
};

const toldOf = ({ caseNumber, item, applicant }: Matter, agency: string, acceptedAt: Instant) =>
  applicationOf({
    caseNumber,
    acceptedAt,
    applicant: { name: applicant, creditCode: applicant },
    items: [itemToldOf(item, agency)],
  });
