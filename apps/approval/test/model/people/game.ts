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
import { anOfficer } from '../../fixtures.js';
import type { ApprovalProcess } from '../walk/a-process.js';
import { applicationOf, caseNumberOf, itemToldOf } from '../walk/accepted.js';
import { sendTo } from '../walk/answer.js';
import { dyingOverWhatFollows } from '../walk/dies-over-what-follows.js';
import type { Game } from '../walk/game.js';
import type { Office } from '../walk/office.js';
import { headOf } from '../walk/officials.js';
import { stepsOf } from '../walk/steps.js';
import type { Walk } from '../walk/walked.js';
import { waysAtOnce } from '../walk/ways-at-once.js';
import { moving } from './at-once.js';
import { attempt, leaving, type Attempt } from './attempts.js';
import { bound } from './bound.js';
import { commandOf, meaningOf, type Sent } from './commands.js';
import { expectedOf, observed, type Observed } from './observed.js';
import type { PeopleParts } from './parts.js';
import type { Matter, PeopleModel, Place } from './people-model.js';
import { accountsOf, firstItemOf, officerOfPost, publicationOf } from './posts.js';
import { acted, given, knownNow, timePasses } from './what-happens.js';

class PeopleGame implements Game<PeopleParts> {
  readonly acted = acted;
  readonly timePasses = timePasses;
  readonly expected = expectedOf;

  constructor(
    private readonly office: Office,
    readonly agency: string,
    /** The item of each case. */
    readonly items: ReadonlyMap<string, string>,
  ) {}

  atOnce = (of: PeopleModel, ...sent: [Sent, Sent]) => waysAtOnce(moving, of, sent);

  async send(of: PeopleModel, tried: Attempt): Promise<Sent> {
    const sent = bound(of, tried);
    if (sent.act.type !== 'revoke') return sent;
    const { rows } = await this.office.pool.query<{ id: string }>(AUTHORITY, [
      sent.act.account,
      sent.act.document,
    ]);
    return { ...sent, authorisationId: rows[0]!.id };
  }

  perform(process: ApprovalProcess, sent: Sent) {
    const { key, actor } = sent;
    return sendTo(process, key, actor, commandOf(process, sent, this), meaningOf(sent));
  }

  /** What follows by itself from a step has followed. */
  async seen(): Promise<Observed> {
    await this.office.settled();
    return observed(this.office.pool, this.agency, this.items.keys());
  }

  end({ officers, now }: PeopleModel, which: number): Instant {
    const days = officers.flatMap(({ leaves, authorities }) => [
      ...Object.entries(leaves).flatMap(([from, until]) => [addDays(legalDate(from), -1), until]),
      ...authorities.flatMap(({ from, until }) => [addDays(from, -1), until]),
    ]);
    return endOfDay(days[which % days.length] ?? legalDateAt(now));
  }

  name({ act }: Sent): string {
    return act.type === 'authorise' ? act.kind : act.type;
  }
}

const AUTHORITY = `
  select a->>'authorisationId' as id
  from officer o, jsonb_array_elements(o.state->'authorisations') a
  where o.id = $1 and a->>'documentNumber' = $2`;

interface PeoplePlan {
  readonly acceptedAt: Instant;
  readonly place: Place;
  readonly matters: readonly { readonly applicant: number; readonly item: number }[];
  /** Of each officer, where there is one. */
  readonly limits: readonly (number | null)[];
}

const peoplePlan: fc.Arbitrary<PeoplePlan> = fc.record({
  acceptedAt: fc
    .nat(140)
    .map((day) => addMilliseconds(startOfDay(addDays(legalDate('2026-01-04'), day)), 36_000_000)),
  place: fc.record({
    claimByActing: fc.boolean(),
    quashedByAnother: fc.boolean(),
    mattersInARow: fc.nat(3),
    monthsWithAnItem: fc.constantFrom(0, 0, 3, 5),
    visitWeight: fc.integer({ min: 1, max: 3 }),
  }),
  matters: fc.array(fc.record({ applicant: fc.constantFrom(0, 0, 1), item: fc.nat(3) }), {
    minLength: 1,
    maxLength: 6,
    size: 'max',
  }),
  limits: fc.array(fc.option(fc.integer({ min: 1, max: 3 }), { freq: 2 }), {
    minLength: 6,
    maxLength: 6,
  }),
});

export const people: Walk<PeopleParts, PeoplePlan> = {
  model: 'people',
  runs: 4,
  longest: 30,
  plan: peoplePlan,
  steps: [...stepsOf<PeopleParts>(attempt), dyingOverWhatFollows<PeopleParts>(leaving)],
  async begin(office, plan) {
    const { acceptedAt, place } = plan;
    const { visitWeight, ...rules } = place;
    await office.beginAt(acceptedAt, { ...rules, weight: { usual: 1, siteVisit: visitWeight } });
    const serial = String(office.next());
    const agency = `agency-${serial}`;
    const officers = accountsOf(serial).map((account, index) =>
      officerOfPost(account, agency, plan.limits[index] ?? undefined),
    );
    const { approval } = office.process(0);
    const head = headOf(agency);
    for (const officer of officers) {
      await withCause({ id: `publish:${officer.account}`, actor: head }, () =>
        approval.publishOfficer(publicationOf({ agency, ...officer }), { actor: head }),
      );
    }
    const actor = anOfficer('admin', 'centre', 'administrator');
    const inBatch = itemOf(BATCH, agency);
    await withCause({ id: `publish:${inBatch}`, actor }, () =>
      approval.publishProcess({ code: inBatch, definition: TOGETHER }, { actor }),
    );
    let of: PeopleModel = { now: acceptedAt, agency, place, officers, matters: [], transfers: [] };
    for (const { applicant, item } of plan.matters) {
      const matter: Matter = {
        caseNumber: caseNumberOf(office.next()),
        item: itemOf(item, agency),
        applicant: `${applicant === 0 ? 'A' : 'B'}${serial.padStart(17, '0')}`,
        siteVisit: item === VISITED,
        inBatch: item === BATCH,
        had: {},
        before: [],
      };
      await office.hear(0, ApplicationAcceptedV1, toldOf(matter, agency, acceptedAt));
      const opened = given(of, matter, { known: knownNow(of), given: new Map(), gave: new Map() });
      of = { ...of, matters: [...of.matters, opened] };
    }
    const items = new Map(of.matters.map(({ caseNumber, item }) => [caseNumber, item]));
    return { board: { office, game: new PeopleGame(office, agency, items) }, of };
  },
};

/** One item is signed for many at once, one asks for a visit. */
const BATCH = 1;
const VISITED = 2;

const itemOf = (item: number, agency: string): string =>
  item === 0 ? firstItemOf(agency) : `other-${String(item)}-${agency}`;

/** Opinion and decision, as without a definition; but grants may be signed together. */
const TOGETHER = {
  name: '形式审查',
  within: { unit: 'working-day', days: 20, source: '行政许可法 42' },
  stages: [
    { code: 'review', name: '审查', kind: 'review', role: 'approver', after: [] },
    {
      code: 'decision',
      name: '决定',
      kind: 'decision',
      role: 'decision-officer',
      after: ['review'],
      inBatch: true,
    },
  ],
  returns: [],
} as const;

const toldOf = (
  { caseNumber, item, applicant, siteVisit }: Matter,
  agency: string,
  acceptedAt: Instant,
) =>
  applicationOf({
    caseNumber,
    acceptedAt,
    applicant: { name: applicant, creditCode: applicant },
    items: [itemToldOf(item, agency, { siteVisit })],
  });
