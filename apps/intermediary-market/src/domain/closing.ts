import { freezeList, type ExcludedEntry, type ExclusionReason } from '@onewindow/draw';
import {
  addMilliseconds,
  legalDateAt,
  refuseWhenUnmet,
  type Change,
  type Instant,
  type UnmetRule,
} from '@onewindow/kernel';
import { organisationOf, type Agency, type Organisation } from './agency.js';
import { unmetBesideOthers, unmetForTakingPart } from './eligibility.js';
import { isPrintable, madePrintable, unmetText } from './printable.js';
import { projectLifecycle } from './project-lifecycle.js';
import type { Project, ProjectEvent } from './project.js';
import { marketRefusals } from './refusals.js';
import { unmet } from './unmet.js';

/** An agency that signed up, as the market knows it at the end of the term. */
export interface Candidate extends Organisation {
  readonly agency: Agency | undefined;
}

type Changed = Change<Project, ProjectEvent>;

/** One reason suffices to be left out; a list that everybody reads has no room for fifty. */
const MOST_REASONS = 20;

/**
 * Sign-up ends: the list is frozen as it stood at that very instant, whenever that is recorded, and becomes public. Who has
 * lost what the notice asks for is left out, with the reasons. Too few: the project fails 流标.
 */
export function close(project: Project, candidates: readonly Candidate[]): Changed {
  const lastDay = legalDateAt(addMilliseconds(project.closesAt, -1));
  const fit = candidates.map((each) => ({
    ...each,
    unmet: each.agency === undefined ? [] : unmetForTakingPart(each.agency, project, lastDay),
  }));
  // Who falls out by itself stands beside nobody.
  const beside = fit.filter((each) => each.unmet.length === 0);
  const judged = fit.map(({ name, creditCode, agency, unmet: own }) => ({
    name,
    creditCode,
    reasons: [
      ...own,
      ...(agency === undefined || own.length > 0 ? [] : unmetBesideOthers(agency, project, beside)),
    ]
      .slice(0, MOST_REASONS)
      .map(asReason),
  }));
  const excluded = judged.filter(({ reasons }) => reasons.length > 0);
  const entries = judged.filter(({ reasons }) => reasons.length === 0).map(organisationOf);
  return withList(project, entries, excluded, project.closesAt, 'close');
}

const asReason = ({ rule, message }: UnmetRule): ExclusionReason => ({
  rule,
  zh: madePrintable(message.zh),
  en: madePrintable(message.en),
});

/** An operator takes an agency off the list, with reasons that everybody reads, and never when the result could be guessed. */
export function exclude(
  project: Project,
  creditCode: string,
  reasons: readonly ExclusionReason[],
  now: Instant,
): Changed {
  projectLifecycle.next(project.status, 'exclude');
  const { list, notice } = project;
  const found = list?.entries.find((each) => each.creditCode === creditCode);
  refuseWhenUnmet(
    [
      ...(found === undefined
        ? [
            unmet('agency-on-the-list', '名单上没有该机构。', 'The agency is not on the list.', {
              path: 'creditCode',
            }),
          ]
        : []),
      ...(now < notice.publicValue.appearsAt
        ? []
        : [
            unmet(
              'before-the-public-value',
              '公开数值已可知晓，此后不得再变动名单。',
              'The public value can be known already; the list is not touched any more.',
            ),
          ]),
      ...reasons.flatMap(({ rule, zh, en }, index) =>
        [rule, zh, en].every(isPrintable) ? [] : [unmetText(`reasons.${index}`)],
      ),
    ],
    (rules) => marketRefusals.refuse('exclusion-not-possible', rules),
  );
  const entries = (list?.entries ?? []).filter((each) => each.creditCode !== creditCode);
  const excluded = [...(list?.excluded ?? []), ...(found ? [{ ...found, reasons }] : [])];
  return withList(project, entries, excluded, now, 'exclude', creditCode);
}

function withList(
  project: Project,
  entries: readonly Organisation[],
  excluded: readonly ExcludedEntry[],
  frozenAt: Instant,
  action: 'close' | 'exclude',
  creditCode?: string,
): Changed {
  const { notice, minimumSignUps } = project;
  const { list: _, ...rest } = project;
  // Of nobody no list is made: there is nothing to draw from.
  const list =
    entries.length === 0 ? undefined : freezeList({ notice, frozenAt, entries, excluded });
  const state: Project = {
    ...rest,
    ...(list && { list }),
    status: projectLifecycle.next(project.status, action),
  };
  const listHash = list === undefined ? {} : { listHash: list.hash };
  const fact: ProjectEvent =
    creditCode === undefined
      ? { type: 'sign-up-closed', ...listHash }
      : {
          type: 'agency-excluded',
          creditCode,
          reasons: reasonsOf(excluded, creditCode),
          ...listHash,
        };
  if (entries.length >= minimumSignUps) return { state, events: [fact] };
  const failed = fail(state, tooFew(entries.length, minimumSignUps), frozenAt);
  return { state: failed.state, events: [fact, ...failed.events] };
}

const reasonsOf = (excluded: readonly ExcludedEntry[], creditCode: string) =>
  excluded.find((each) => each.creditCode === creditCode)?.reasons ?? [];

/** 国有资金至少三家, 社会资金一家 (place rule). */
const tooFew = (found: number, wanted: number): string =>
  `报名的合格机构${found}家，不足${wanted}家，流标。`;

export function fail(project: Project, reason: string, at: Instant): Changed {
  return {
    state: {
      ...project,
      status: projectLifecycle.next(project.status, 'fail'),
      end: { reason, at },
    },
    events: [{ type: 'project-failed', reason }],
  };
}

/** The owner takes the project back while sign-up is open; later only an operator annuls it, before there is a contract. */
export function cancel(
  project: Project,
  by: 'owner' | 'operator',
  reason: string,
  now: Instant,
): Changed {
  const action = project.status === 'published' ? 'cancel' : 'annul';
  const status = projectLifecycle.next(project.status, action);
  const open = project.status === 'published' && now < project.closesAt;
  refuseWhenUnmet(
    by === 'owner' && !open
      ? [
          unmet(
            'cancelled-before-closing',
            '报名截止后业主不能取消项目，确需废置的请向中介超市运营人员提出。',
            'After closing the owner cannot cancel; ask an operator of the market to annul the project.',
          ),
        ]
      : [],
    (rules) => marketRefusals.refuse('cancellation-not-possible', rules),
  );
  return {
    state: { ...project, status, end: { reason, at: now } },
    events: [{ type: 'project-cancelled', reason }],
  };
}
