import { unmetOfCondition, type Message, type Role, type UnmetRule } from '@onewindow/kernel';
import { unmetOfBatches } from './batches.js';
import { joinOf, type ProcessDefinition, type StageDefinition } from './definition.js';
import { firstLevelOf, firstReviewIn, unmetOfFirstReview } from './first-review.js';
import { STAGE_KINDS, type StageKind } from './stage.js';
import { inOrder, stagesBefore, stagesBehind } from './stage-graph.js';

/** Whose work each kind of stage may be; a first review may be reported by the head, a review is an opinion of the approver, a decision that of its officer or of the head (许可法 34). */
export const STAGE_ROLES: Readonly<Record<StageKind, readonly Role[]>> = {
  'first-review': ['approver', 'decision-officer', 'agency-head'],
  review: ['approver'],
  check: ['approver', 'decision-officer', 'agency-head'],
  consultation: ['approver', 'decision-officer', 'agency-head'],
  inspection: ['approver', 'inspector'],
  'expert-review': ['approver'],
  deliberation: ['approver', 'decision-officer', 'agency-head'],
  publicity: ['approver'],
  draft: ['approver'],
  decision: ['decision-officer', 'agency-head'],
};

/** Everything that is wrong with a definition, each fault with its place; nothing: it may be published. */
export const unmetOfDefinition = (definition: ProcessDefinition): readonly UnmetRule[] => [
  ...definition.stages.flatMap((stage, index) => unmetOfStage(definition, stage, index)),
  ...unmetOfOrder(definition),
  ...unmetOfDecision(definition),
  ...unmetOfReturns(definition),
  ...unmetOfFirstReview(definition),
  ...unmetOfBatches(definition),
  ...unmetOfTerms(definition),
];

function unmetOfStage(
  { stages }: ProcessDefinition,
  stage: StageDefinition,
  index: number,
): readonly UnmetRule[] {
  const { code, name, kind, role, agency, after, when } = stage;
  const path = `stages.${index}`;
  const known = (STAGE_KINDS as readonly string[]).includes(kind);
  const first = stages.findIndex((each) => each.code === code) === index;
  const reviews = stages.findIndex((each) => each.kind === 'review');
  return [
    ...unless(first, 'stage-listed-once', `${path}.code`, {
      zh: `环节“${code}”列了两次，请为每个环节取不同的代码。`,
      en: `The stage "${code}" is listed twice; give each stage a code of its own.`,
    }),
    ...unless(known, 'kind-known', `${path}.kind`, {
      zh: `没有“${kind}”这类环节，可用：${STAGE_KINDS.join('、')}。`,
      en: `There is no kind of stage "${kind}"; there are ${STAGE_KINDS.join(', ')}.`,
    }),
    ...unless(!known || STAGE_ROLES[kind].includes(role), 'role-fits-stage', `${path}.role`, {
      zh: `“${name}”不能由“${role}”办理，可用：${known ? STAGE_ROLES[kind].join('、') : ''}。`,
      en: `"${name}" cannot be done by "${role}"; it takes ${known ? STAGE_ROLES[kind].join(' or ') : ''}.`,
    }),
    ...unless(
      agency === undefined || !OF_THE_TRACK.includes(kind),
      'deciding-agency-decides',
      `${path}.agency`,
      {
        zh: `“${name}”须由本事项的审批机关自行办理，请去掉其他机关。`,
        en: `"${name}" is the deciding agency's own to do; leave out the other agency.`,
      },
      '行政许可法 22',
    ),
    ...unless(kind !== 'review' || reviews === index, 'one-review', `${path}.kind`, {
      zh: `审查意见只有一份，“${name}”请改为复核（check）。`,
      en: `There is one opinion of the reviewer; make "${name}" a check.`,
    }),
    ...after.flatMap((each, at) => unmetOfPredecessor(stages, stage, each, `${path}.after.${at}`)),
    ...unmetOfJoin(stage, `${path}.join`),
    ...(when === undefined ? [] : unmetOfCondition(when, `${path}.when`)),
  ];
}

/** Done by the agency of the track itself. */
const OF_THE_TRACK: readonly StageKind[] = ['first-review', 'review', 'decision'];

const unmetOfPredecessor = (
  stages: readonly StageDefinition[],
  { code, name, after }: StageDefinition,
  before: string,
  path: string,
): readonly UnmetRule[] => [
  ...unless(
    stages.some((each) => each.code === before),
    'predecessor-known',
    path,
    {
      zh: `“${name}”之前的环节“${before}”不存在，请更正代码。`,
      en: `There is no stage "${before}" before "${name}"; correct its code.`,
    },
  ),
  ...unless(before !== code, 'not-after-itself', path, {
    zh: `“${name}”不能排在自己之后。`,
    en: `"${name}" cannot come after itself.`,
  }),
  ...unless(after.filter((each) => each === before).length === 1, 'predecessor-listed-once', path, {
    zh: `“${name}”之前的环节“${before}”列了两次。`,
    en: `The stage "${before}" is listed twice before "${name}".`,
  }),
];

function unmetOfJoin(stage: StageDefinition, path: string): readonly UnmetRule[] {
  const { name, after, join } = stage;
  if (join === undefined) return [];
  const wanted = joinOf(stage);
  return [
    ...unless(after.length > 0, 'join-has-branches', path, {
      zh: `“${name}”之前没有环节，不需要汇合方式。`,
      en: `Nothing comes before "${name}", so there is nothing to join.`,
    }),
    ...unless(
      after.length === 0 || (Number.isInteger(wanted) && wanted >= 1 && wanted <= after.length),
      'join-satisfiable',
      path,
      {
        zh: `“${name}”须等待 ${wanted} 个环节，但之前只有 ${after.length} 个，永远无法开始。`,
        en: `"${name}" waits for ${wanted} stages and has ${after.length} before it, so it could never begin.`,
      },
    ),
  ];
}

/** Cycles are no order: the way back is a declared return. What lies on a cycle, or behind one, is never reached. */
function unmetOfOrder({ stages }: ProcessDefinition): readonly UnmetRule[] {
  const codes = new Set(stages.map(({ code }) => code));
  const known = stages.map((stage) => ({
    ...stage,
    after: stage.after.filter((each) => codes.has(each) && each !== stage.code),
  }));
  const ordered = new Set(inOrder(known).map(({ code }) => code));
  const deciding = new Set(
    stages.filter(({ kind }) => kind === 'decision').map(({ code }) => code),
  );
  return stages.flatMap(({ code, name }, index) => {
    const behind = stagesBehind(known, code);
    const ends = deciding.has(code) || [...behind].some((each) => deciding.has(each));
    return [
      ...unless(!behind.has(code), 'no-cycle', `stages.${index}.after`, {
        zh: `“${name}”经过其他环节又排在自己之后；退回请列入 returns。`,
        en: `"${name}" comes after itself through other stages; declare the way back under returns.`,
      }),
      ...unless(ordered.has(code) || behind.has(code), 'stage-reachable', `stages.${index}`, {
        zh: `没有任何路径到达“${name}”。`,
        en: `Nothing leads to "${name}".`,
      }),
      ...unless(ends, 'no-dead-end', `stages.${index}`, {
        zh: `“${name}”之后到不了决定环节，案件会停在这里。`,
        en: `No way leads from "${name}" to the decision, so a case would end there.`,
      }),
    ];
  });
}

function unmetOfDecision({ stages }: ProcessDefinition): readonly UnmetRule[] {
  const deciding = stages.flatMap((stage, index) =>
    stage.kind === 'decision' ? [{ stage, index }] : [],
  );
  return [
    ...unless(
      deciding.length === 1,
      'one-deciding-stage',
      'stages',
      {
        zh: `须有且只有一个决定环节，现有 ${deciding.length} 个。`,
        en: `There has to be one deciding stage; there are ${deciding.length}.`,
      },
      '行政许可法 37',
    ),
    ...deciding.flatMap(({ stage, index }) => [
      ...unless(stage.when === undefined, 'decision-unconditional', `stages.${index}.when`, {
        zh: '决定环节不能附条件：每个事项都须作出决定。',
        en: 'The deciding stage has no condition: every track is decided.',
      }),
      ...unless(
        stages.every(({ after }) => !after.includes(stage.code)),
        'nothing-after-decision',
        `stages.${index}`,
        {
          zh: '决定之后不能再有环节。',
          en: 'No stage comes after the decision.',
        },
      ),
    ]),
  ];
}

const unmetOfReturns = ({ stages, returns }: ProcessDefinition): readonly UnmetRule[] =>
  returns.flatMap(({ from, to }, index) => {
    const path = `returns.${index}`;
    const exists = (code: string) => stages.some((stage) => stage.code === code);
    const same = returns.findIndex((each) => each.from === from && each.to === to);
    if (!exists(from) || !exists(to)) {
      return unless(false, 'return-known', path, {
        zh: `退回的环节“${exists(from) ? to : from}”不存在，请更正代码。`,
        en: `There is no stage "${exists(from) ? to : from}" to return from or to; correct its code.`,
      });
    }
    return [
      ...unless(stagesBefore(stages, from).has(to), 'return-leads-back', path, {
        zh: `“${to}”不在“${from}”之前，不能退回。`,
        en: `"${to}" does not come before "${from}", so nothing can be returned to it.`,
      }),
      ...unless(same === index, 'return-listed-once', path, {
        zh: `从“${from}”退回“${to}”列了两次。`,
        en: `The return from "${from}" to "${to}" is listed twice.`,
      }),
    ];
  });

/**
 * A place may shorten what a statute gives, never lengthen it: on no way may the stages together take longer (许可法 42). Up to a
 * first review they have its term (43), behind it that of the decision, which begins with the report.
 */
function unmetOfTerms({ stages, within }: ProcessDefinition): readonly UnmetRule[] {
  const below = firstLevelOf(stages);
  const first = firstReviewIn(stages);
  const needed = new Map<string, number>();
  return inOrder(stages).flatMap(({ code, name, after, workingDays = 0 }) => {
    const law = below.has(code) ? (first?.reportsTo?.within ?? within) : within;
    const most = workingDaysWithin(law);
    const before = Math.max(0, ...after.map((each) => needed.get(each) ?? 0));
    const total = before + workingDays;
    needed.set(code, code === first?.code ? 0 : total);
    const index = stages.findIndex((stage) => stage.code === code);
    return unless(
      before > most || total <= most,
      'term-within-the-law',
      `stages.${index}.workingDays`,
      {
        zh: `到“${name}”为止需要 ${total} 个工作日，超过法定期限（${law.source}：${law.days} 个${law.unit === 'working-day' ? '工作日' : '自然日'}，至多 ${most} 个工作日）。`,
        en: `Up to "${name}" the stages take ${total} working days; the law (${law.source}) leaves at most ${most}.`,
      },
      law.source,
    );
  });
}

/** The working days that so many days hold at most: of any seven days running, two are days of rest. */
export const workingDaysWithin = ({ unit, days }: ProcessDefinition['within']): number =>
  unit === 'working-day' ? days : days - 2 * Math.floor(days / 7);

const unless = (
  holds: boolean,
  rule: string,
  path: string,
  message: Message,
  source?: string,
): readonly UnmetRule[] =>
  holds ? [] : [{ rule, path, message, ...(source !== undefined && { source }) }];
