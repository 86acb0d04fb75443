import { legalDateAt, type Instant, type Person } from '@onewindow/kernel';
import { inThisState, listed, refused } from '../walk/answer.js';
import { withNotice } from '../walk/calendar.js';
import type { Acted, Answer } from '../walk/game.js';
import {
  grantedOf,
  isAwaited,
  isOpen,
  isOver,
  isPreceded,
  isUnderQuota,
  openedFiling,
  settled,
  statusOf,
  timePasses,
  type Act,
  type Asked,
  type Bound,
  type Content,
  type Draft,
  type Filing,
  type FilingsModel,
} from './filings-model.js';
import { heardMore, isOfHearing, refusalOfHearing, unmetByHearing } from './parties.js';

/** Somebody acts, and what time has already made of it is noticed at once. */
export function acted(
  of: FilingsModel,
  { act, caseNumber, actor, notice }: Bound,
): Acted<FilingsModel> {
  if (act.type === 'file') {
    if (of.filings.some((each) => each.caseNumber === caseNumber)) return { of, answer: 'done' };
    const filings = [...of.filings, openedFiling(caseNumber, act.acceptedAt)];
    return { of: { ...of, filings }, answer: 'done' };
  }
  if (act.type === 'calendar') {
    const calendar = withNotice(of.calendar, notice!);
    return { of: timePasses({ ...of, calendar }, of.now), answer: 'done' };
  }
  if (act.type === 'limit') {
    const answer = listed('quota-not-publishable', {
      'not-below-what-was-granted': act.limit < grantedOf(of),
    });
    return answer ? { of, answer } : { of: { ...of, limit: act.limit }, answer: 'done' };
  }
  const filing = of.filings.find((each) => each.caseNumber === caseNumber)!;
  const answer = refusalOf(of, filing, { act, actor });
  if (answer !== undefined) return { of, answer };
  const changed = { ...filing, ...effectOf(of, filing, { act, actor }) };
  const filings = of.filings.map((each) => (each === filing ? changed : each));
  return {
    of: timePasses({ ...of, filings: filings.map(withoutOutcome) }, of.now),
    answer: 'done',
  };
}

/** A filing that is open again has no outcome, no opinion and no draft. */
function withoutOutcome({ reviewer, draft, outcome, servedAt, ...rest }: Nullable): Filing {
  return {
    ...rest,
    ...(reviewer && { reviewer }),
    ...(draft && { draft }),
    ...(outcome && { outcome }),
    ...(servedAt && { servedAt }),
  };
}

type OfFiling = Exclude<Act, { readonly type: 'file' | 'limit' | 'calendar' }>;
interface Tried {
  readonly act: OfFiling;
  readonly actor: Person;
}
type Changes = Partial<
  Omit<Filing, 'reviewer' | 'draft' | 'outcome' | 'servedAt'> & {
    readonly servedAt: Instant | null;
    readonly reviewer: string | null;
    readonly draft: Draft | null;
    readonly outcome: Filing['outcome'] | null;
  }
>;
type Nullable = Omit<Filing, 'reviewer' | 'draft' | 'outcome' | 'servedAt'> & Changes;

function effectOf(of: FilingsModel, filing: Filing, { act, actor }: Tried): Changes {
  const { asked, draft, hearing } = filing;
  const { now } = of;
  if (isOfHearing(act)) {
    return { hearing: heardMore({ hearing, now, isOpen: isOpen(filing) }, { act, actor }) };
  }
  const ended = { asked: settled(of, { isClosed: true }, noted(of, filing)) };
  switch (act.type) {
    case 'opinion':
      return { reviewer: actor.id };
    case 'draft':
      return { draft: { content: act.content, by: actor.id } };
    case 'check':
      return { draft: { ...draft!, review: act.result } };
    case 'decide':
      return {
        ...ended,
        outcome: act.content.outcome,
        isClosed: asked.length > 0,
        decisions: filing.decisions + 1,
      };
    case 'withdraw':
      return { ...ended, outcome: 'withdrawn', isClosed: asked.length > 0 };
    case 'reopen':
      return { outcome: null, reviewer: null, draft: null, servedAt: null };
    case 'serve': {
      // The first service of the decision in force counts; one that was quashed is of no interest.
      const isInForce = act.before === 0 && ['granted', 'refused'].includes(statusOf(filing));
      const { servedAt = act.servedAt } = filing;
      return isInForce ? { servedAt: act.servedAt < servedAt ? act.servedAt : servedAt } : {};
    }
    case 'ask': {
      const names = act.departments.map(({ department }) => department);
      const fresh = act.departments.map(({ department, workingDays: within }): Asked => ({
        department,
        on: legalDateAt(now),
        within,
        late: false,
        silent: false,
        reminded: false,
      }));
      const others = asked.filter(({ department }) => !names.includes(department));
      return { asked: [...others, ...fresh], isClosed: false };
    }
    case 'answer':
      return {
        asked: asked.map((each) =>
          each.department === actor.department
            ? { ...each, position: act.position, late: isOver(of, each) }
            : each,
        ),
      };
  }
}

/** Who kept silent until now is noted before nobody is waited for any more. */
const noted = (of: FilingsModel, { isClosed, asked }: Filing): readonly Asked[] =>
  isClosed
    ? asked
    : asked.map((each) => (isAwaited(each) ? { ...each, silent: isOver(of, each) } : each));

const DUTIES = {
  opinion: ['approver'],
  draft: ['approver'],
  ask: ['approver'],
  check: ['approver', 'decision-officer', 'agency-head'],
  decide: ['decision-officer'],
  reopen: ['decision-officer', 'agency-head'],
} as const;

function refusalOf(of: FilingsModel, filing: Filing, { act, actor }: Tried): Answer | undefined {
  if (act.type === 'answer') return unlessAsked(filing, actor);
  // Intake tells of nothing else than decisions that were made.
  if (act.type === 'serve') return undefined;
  if (isOfHearing(act)) {
    const { hearing } = filing;
    const hears = { hearing, now: of.now, isOpen: isOpen(filing) };
    return refusalOfHearing(hears, { act, actor });
  }
  const { roles, department } = actor;
  const isApplicant = roles.includes('applicant');
  if (act.type === 'withdraw') {
    if (!isApplicant)
      return refused(department === 'bureau' ? 'not-the-applicant' : 'case-not-found');
    return listed('withdrawal-not-possible', { 'item-not-decided': !isOpen(filing) });
  }
  if (department !== 'bureau' && !isApplicant) return refused('track-not-found');
  if (department !== 'bureau' || !DUTIES[act.type].some((duty) => roles.includes(duty))) {
    return refused('not-the-deciding-agency', 'officer-of-the-deciding-agency');
  }
  const status = statusOf(filing);
  switch (act.type) {
    case 'opinion':
      return status === 'in-review' ? undefined : inThisState;
    case 'draft':
      if (status !== 'reviewed') return inThisState;
      return listed('draft-not-possible', {
        'refusal-gives-reasons': act.content.outcome === 'refused' && !act.content.reasons,
      });
    case 'check':
      if (status !== 'reviewed') return inThisState;
      return listed('draft-not-possible', unmetByCheck(filing, act.content, actor));
    case 'ask':
      return isOpen(filing)
        ? listed('consultation-not-possible', unmetByAsking(of, filing, act))
        : inThisState;
    case 'decide':
      if (!isOpen(filing)) return inThisState;
      return listed('decision-not-possible', unmetByDecision(of, filing, act.content, actor));
    case 'reopen':
      return status === 'granted' || status === 'refused' ? undefined : inThisState;
  }
}

function unlessAsked({ asked }: Filing, { roles, department }: Person): Answer | undefined {
  const mine = asked.find((each) => each.department === department);
  if (mine === undefined || !roles.includes('approver')) return refused('not-consulted');
  return listed('department-opinion-not-possible', {
    'answered-once': mine.position !== undefined,
  });
}

const isSame = (one: Content, other: Content): boolean =>
  one.outcome === other.outcome && one.reasons === other.reasons;

function unmetByCheck(
  { draft }: Filing,
  content: Content,
  { id }: Person,
): Readonly<Record<string, boolean>> {
  if (draft === undefined) return { 'decision-drafted': true };
  return {
    'reviewed-by-another-than-the-author': draft.by === id,
    'reviewed-as-drafted': !isSame(draft.content, content),
    'reviewed-once': draft.review !== undefined,
  };
}

function unmetByAsking(
  of: FilingsModel,
  { asked, isClosed }: Filing,
  { departments, reason }: Extract<Act, { readonly type: 'ask' }>,
) {
  const before = departments.flatMap(({ department }) =>
    asked.filter((each) => each.department === department),
  );
  const open = before.filter(
    (each) => !isClosed && each.position === undefined && !isOver(of, each),
  );
  return {
    'not-asked-while-open': open.length,
    'further-round-with-reason': reason ? 0 : before.length - open.length,
  };
}

function unmetByDecision(
  of: FilingsModel,
  filing: Filing,
  content: Content,
  { id }: Person,
): Readonly<Record<string, boolean>> {
  const { reviewer, draft } = filing;
  const grants = content.outcome === 'granted';
  const counted = filing.isClosed ? [] : filing.asked;
  const waits = counted.some((each) => each.position === undefined && !isOver(of, each));
  const isAgainst = counted.some(({ position }) => position === 'disagree');
  // Where no place is left the law itself gives the reason.
  const isUsedUp = isUnderQuota(of, filing) && grantedOf(of) >= of.limit;
  const isLimited = grants && isUnderQuota(of, filing);
  return {
    'opinion-recorded': reviewer === undefined,
    'decided-by-another-than-the-reviewer': reviewer === id,
    'refusal-gives-reasons': !grants && !content.reasons && !isUsedUp,
    'draft-reviewed': draft !== undefined && draft.review !== 'approved',
    'signed-as-reviewed': draft !== undefined && !isSame(draft.content, content),
    'signed-by-another-than-the-author': draft?.by === id,
    'consultation-ended': waits,
    'disagreement-answered': grants && isAgainst && !content.reasons,
    'quota-not-used-up': grants && isUsedUp,
    'earlier-filings-decided': isLimited && isPreceded(of, filing),
    ...unmetByHearing(filing.hearing, of.calendar, of.now, content.reasons),
  };
}
