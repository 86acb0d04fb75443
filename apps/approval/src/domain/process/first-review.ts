import type { UnmetRule } from '@onewindow/kernel';
import type { ProcessDefinition, StageDefinition, StatutoryTerm } from './definition.js';
import { stagesBefore, stagesBehind } from './stage-graph.js';

type Stages = readonly StageDefinition[];

/** The stage that ends with the report to the agency that decides 初审; an item that its own agency decides has none. */
export const firstReviewIn = (stages: Stages): StageDefinition | undefined =>
  stages.find(({ kind }) => kind === 'first-review');

/** What the first level does: the first review and everything before it. */
export function firstLevelOf(stages: Stages): ReadonlySet<string> {
  const stage = firstReviewIn(stages);
  return stage === undefined
    ? new Set()
    : new Set([...stagesBefore(stages, stage.code), stage.code]);
}

/** What is wrong with the two levels of a definition: each stage lies before the report or behind it, and nothing goes around it. */
export function unmetOfFirstReview({ stages, returns }: ProcessDefinition): readonly UnmetRule[] {
  const first = firstReviewIn(stages);
  const at = (code: string) => stages.findIndex((stage) => stage.code === code);
  const named = stages.flatMap((stage, index) => unmetOfReporting(stage, index, first));
  if (first === undefined) return named;
  const below = firstLevelOf(stages);
  const above = stagesBehind(stages, first.code);
  return [
    ...named,
    ...stages.flatMap(({ code, name, kind, after }, index) => [
      ...unless(
        code === first.code || below.has(code) !== above.has(code),
        'before-or-after-the-report',
        `stages.${index}.after`,
        {
          zh: `“${name}”须排在“${first.name}”之前或者之后，不能与报送并行。`,
          en: `"${name}" has to come before "${first.name}" or after it, not beside the report.`,
        },
      ),
      ...unless(
        !above.has(code) || after.every((each) => each === first.code || above.has(each)),
        'not-around-the-report',
        `stages.${index}.after`,
        {
          zh: `“${name}”只能排在“${first.name}”及其之后的环节后面，否则可能未经初审即开始。`,
          en: `"${name}" may come after "${first.name}" and what follows it only, or it could begin without the first review.`,
        },
      ),
      ...unless(
        !below.has(code) || !['review', 'draft', 'decision'].includes(kind),
        'decided-after-the-report',
        `stages.${index}.kind`,
        {
          zh: `“${name}”由作出决定的上级机关办理，须排在“${first.name}”之后。`,
          en: `"${name}" is done by the agency that decides, after "${first.name}".`,
        },
      ),
    ]),
    ...returns.flatMap(({ from, to }, index) =>
      unless(
        at(from) < 0 || at(to) < 0 || below.has(from) === below.has(to),
        'returned-at-its-own-level',
        `returns.${index}`,
        {
          zh: '已经报送上级机关的，不能退回下级的环节。',
          en: 'What was reported to the higher agency does not go back to a stage of the lower one.',
        },
      ),
    ),
  ];
}

function unmetOfReporting(
  { code, name, kind, when, reportsTo }: StageDefinition,
  index: number,
  first: StageDefinition | undefined,
): readonly UnmetRule[] {
  const path = `stages.${index}`;
  if (kind !== 'first-review') {
    return unless(reportsTo === undefined, 'reported-by-the-first-review', `${path}.reportsTo`, {
      zh: `只有初审环节（first-review）报送上级机关，“${name}”不报送。`,
      en: `Only a first review reports to another agency; "${name}" does not.`,
    });
  }
  return [
    ...unless(first?.code === code, 'one-first-review', `${path}.kind`, {
      zh: '初审环节只能有一个。',
      en: 'There is one first review at most.',
    }),
    ...unless(when === undefined, 'first-review-unconditional', `${path}.when`, {
      zh: '初审是否需要由法律规定，不能附条件。',
      en: 'The law says whether there is a first review; it has no condition.',
    }),
    ...unless(reportsTo !== undefined, 'higher-agency-named', `${path}.reportsTo`, {
      zh: `请写明“${name}”报送哪个上级机关以及初审的法定期限。`,
      en: `Name the agency that "${name}" reports to, and the statutory term of the first review.`,
    }),
    ...unless(
      reportsTo === undefined || withinTheLaw(reportsTo.within),
      'first-review-within-the-law',
      `${path}.reportsTo.within`,
      {
        zh: `行政许可法规定下级机关须在 ${LICENSING_LAW.days} 个工作日内审查完毕；其他法律另有规定的，请引用该规定。`,
        en: `The licensing law gives a first review ${LICENSING_LAW.days} working days; cite the other law where it says otherwise.`,
      },
    ),
  ];
}

const LICENSING_LAW: Omit<StatutoryTerm, 'source'> = { unit: 'working-day', days: 20 };

/** Twenty working days, unless another law is named that says otherwise (许可法 43). */
const withinTheLaw = ({ unit, days, source }: StatutoryTerm): boolean =>
  !source.startsWith('行政许可法') || (unit === LICENSING_LAW.unit && days <= LICENSING_LAW.days);

const unless = (
  holds: boolean,
  rule: string,
  path: string,
  message: UnmetRule['message'],
): readonly UnmetRule[] => (holds ? [] : [{ rule, path, message, source: '行政许可法 35' }]);
