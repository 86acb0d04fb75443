import type { KnownItem, Message, TermInDays, UnmetRule } from '@onewindow/kernel';
import type { ProcessDefinition } from './definition.js';
import { firstLevelOf } from './first-review.js';
import { inOrder } from './stage-graph.js';
import { workingDaysWithin } from './unmet-of-definition.js';

/**
 * What the catalogue says against a definition. Nothing is known of an item before its news has come: then the definition is
 * published with a remark, since nobody knows here whether it is missing or only on its way.
 */
export function unmetOfCatalogue(
  { within, stages }: ProcessDefinition,
  item: KnownItem | undefined,
): readonly UnmetRule[] {
  if (item === undefined) return [];
  const most = workingDaysWithin({ ...item.statutoryTerm, source: within.source });
  const taken = longestWay(stages);
  return [
    ...unless(item.status === 'in-force', 'item-in-force', 'code', {
      zh: `事项“${item.name}”自${item.from}起已停止实施，不能再为它发布流程。`,
      en: `The item "${item.name}" ended on ${item.from}; no process can be published for it.`,
    }),
    ...unless(workingDaysWithin(within) <= most, 'term-of-the-item', 'within', {
      zh: `法定期限与事项目录不一致：目录中“${item.name}”为${inWords(item.statutoryTerm).zh}，流程不得更长。`,
      en: `The catalogue gives "${item.name}" ${inWords(item.statutoryTerm).en}; a process cannot have longer.`,
    }),
    ...unless(taken <= most, 'stages-within-the-item', 'stages', {
      zh: `各环节合计需要 ${taken} 个工作日，超过目录中“${item.name}”的法定期限（至多 ${most} 个工作日）。`,
      en: `The stages take ${taken} working days; the catalogue leaves "${item.name}" at most ${most}.`,
    }),
  ];
}

/** What an administrator should know although the definition is published. */
export const remarkOnUnknown = (code: string, item: KnownItem | undefined): readonly Message[] =>
  item === undefined
    ? [
        {
          zh: `尚未收到事项目录中“${code}”的信息，未能核对事项和法定期限；请确认代码无误。`,
          en: `Nothing has been heard of the item "${code}" yet, so it and its term were not checked; make sure of its code.`,
        },
      ]
    : [];

/** Working days on the longest way through the stages; those up to a first review have a term of their own. */
function longestWay(stages: ProcessDefinition['stages']): number {
  const below = firstLevelOf(stages);
  const needed = new Map<string, number>();
  for (const { code, after, workingDays = 0 } of inOrder(stages)) {
    const before = Math.max(0, ...after.map((each) => needed.get(each) ?? 0));
    needed.set(code, below.has(code) ? 0 : before + workingDays);
  }
  return Math.max(0, ...needed.values());
}

const inWords = ({ unit, days }: TermInDays): Message =>
  unit === 'working-day'
    ? { zh: `${days} 个工作日`, en: `${days} working days` }
    : { zh: `${days} 个自然日`, en: `${days} calendar days` };

const unless = (
  holds: boolean,
  rule: string,
  path: string,
  message: Message,
): readonly UnmetRule[] => (holds ? [] : [{ rule, path, message, source: '行政许可法 42' }]);
