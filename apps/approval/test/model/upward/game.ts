import { ApplicationAcceptedV1 } from '@onewindow/contracts';
import { withCause } from '@onewindow/journal';
import { endOfDay, legalDate, type Instant } from '@onewindow/kernel';
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
import { waysAtOnce, type Moving } from '../walk/ways-at-once.js';
import { attempt, bound, standingBack, type Attempt } from './attempts.js';
import { commandOf, CREDIT_CODE, type Sent } from './commands.js';
import { expectedOf, observed, type Observed } from './observed.js';
import { upwardPlan, type UpwardPlan } from './planned.js';
import { dueOn, stageDueOn, type OfficerModel, type UpwardModel } from './upward-model.js';
import { acted, effectOf, moved, opened, timePasses } from './what-happens.js';

/** An item that a lower agency reports and a higher one decides. */
export interface UpwardParts {
  readonly of: UpwardModel;
  readonly attempt: Attempt;
  readonly sent: Sent;
  readonly seen: Observed;
}

const moving: Moving<UpwardParts, string, UpwardModel> = {
  effectOf,
  moved,
  expected: expectedOf,
  known: (states) => states,
};

class UpwardGame implements Game<UpwardParts> {
  readonly acted = acted;
  readonly timePasses = timePasses;
  readonly expected = expectedOf;

  constructor(
    private readonly office: Office,
    private readonly track: { readonly caseNumber: string; readonly item: string },
  ) {}

  atOnce = (of: UpwardModel, ...sent: [Sent, Sent]) => waysAtOnce(moving, of, sent);

  async send(of: UpwardModel, tried: Attempt): Promise<Sent> {
    const sent = bound(of, tried);
    if (sent.act.type !== 'end-procedure') return sent;
    const { caseNumber, item } = this.track;
    const { rows } = await this.office.pool.query<{ ids: readonly string[] }>(PROCEDURES, [
      `${caseNumber}:${item}`,
    ]);
    const ids = rows[0]!.ids.slice(rows[0]!.ids.length - of.clock.procedures.length);
    return { ...sent, procedureId: ids[sent.act.procedure] ?? 'none' };
  }

  perform = (process: ApprovalProcess, sent: Sent) =>
    sendTo(process, sent.key, sent.actor, commandOf(process, sent, this.track));

  /** What follows by itself from a step has followed. */
  async seen(): Promise<Observed> {
    await this.office.settled();
    return observed(this.office.pool, this.track);
  }

  end(of: UpwardModel, which: number): Instant {
    const stage = stageDueOn(of);
    return endOfDay(which % 2 === 0 && stage && stage !== 'stands-still' ? stage : dueOn(of));
  }

  name = ({ act: { type } }: Sent): string => type;
}

/** As they were begun, also under the clock before. */
const PROCEDURES = `
  select coalesce((select json_agg(p->>'procedureId') from jsonb_array_elements(t.state->'specialProcedures') p), '[]') as ids
  from track t where t.id = $1`;

const OFFICERS = {
  lower: { la: 'approver', lb: 'approver', ld: 'decision-officer' },
  higher: { ha: 'approver', hb: 'approver', hd: 'decision-officer', he: 'decision-officer' },
} as const;

const officersOf = (level: keyof typeof OFFICERS, agency: string, serial: number) =>
  Object.entries(OFFICERS[level]).map(([name, role]): OfficerModel => {
    const account = `${name}-${String(serial)}`;
    return { account, agency, role, related: false };
  });

export const upward: Walk<UpwardParts, UpwardPlan> = {
  model: 'upward',
  runs: 4,
  longest: 30,
  plan: upwardPlan,
  steps: [...stepsOf<UpwardParts>(attempt), dyingOverWhatFollows<UpwardParts>(standingBack)],
  async begin(office, plan) {
    await office.beginAt(plan.acceptedAt);
    const serial = office.next();
    const agencies = {
      lower: `county-${String(serial)}`,
      higher: `province-${String(serial)}`,
      serial,
    };
    const track = { caseNumber: caseNumberOf(serial), item: `road-${String(serial)}` };
    const { lower, higher } = agencies;
    const officers = [
      ...officersOf('lower', lower, serial),
      ...officersOf('higher', higher, serial),
    ];
    await published(office, officers);
    await defined(office, track.item, plan, higher);
    const item = itemToldOf(track.item, lower, {
      statutoryTerm: { ...plan.term, source: '道路运输条例 24' },
    });
    await office.hear(
      0,
      ApplicationAcceptedV1,
      applicationOf({
        caseNumber: track.caseNumber,
        acceptedAt: plan.acceptedAt,
        applicant: { name: '某公司', creditCode: CREDIT_CODE },
        items: [item],
      }),
    );
    return {
      board: { office, game: new UpwardGame(office, track) },
      of: opened(plan, agencies, officers),
    };
  },
};

async function published(office: Office, officers: readonly OfficerModel[]): Promise<void> {
  for (const { account, agency, role } of officers) {
    const actor = headOf(agency);
    const acts = role === 'approver' ? (['review'] as const) : (['decide'] as const);
    const competences = [{ acts, since: legalDate('2026-01-05') }];
    await withCause({ id: `publish:${account}`, actor }, () =>
      office
        .process(0)
        .approval.publishOfficer(
          { account, name: account, agency, roles: [role], competences },
          { actor },
        ),
    );
  }
}

async function defined(office: Office, code: string, plan: UpwardPlan, higher: string) {
  const actor = anOfficer('admin', 'centre', 'administrator');
  const within = { ...plan.within, source: '道路运输条例 8' };
  const definition = {
    name: '上报件',
    within: { ...plan.term, source: '道路运输条例 24' },
    stages: plan.stages.map((stage, index) => ({
      ...stage,
      name: stage.code,
      after: index === 0 ? [] : [plan.stages[index - 1]!.code],
      ...(stage.code === 'first' && {
        reportsTo: { agency: higher, agencyName: higher, within },
      }),
    })),
    returns: plan.returns,
  };
  await withCause({ id: `publish:${code}`, actor }, () =>
    office.process(0).approval.publishProcess({ code, definition }, { actor }),
  );
}
