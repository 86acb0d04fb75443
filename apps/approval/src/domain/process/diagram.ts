import type { Condition } from '@onewindow/kernel';
import { joinOf, type ProcessDefinition, type StageDefinition } from './definition.js';

/** The definition as a mermaid flowchart: boxes are stages, a full arrow is the way on, a dotted one a return. */
export function diagramOf({ stages, returns }: ProcessDefinition): string {
  const id = (code: string) => `s_${code.replaceAll('-', '_')}`;
  const box = (stage: StageDefinition) => {
    const text = textOf(stage);
    return stage.kind === 'decision'
      ? `  ${id(stage.code)}{{"${text}"}}`
      : `  ${id(stage.code)}["${text}"]`;
  };
  const arrows = stages.flatMap((stage) =>
    stage.after.map((before) => `  ${id(before)} -->${joinLabel(stage)} ${id(stage.code)}`),
  );
  const back = returns.map(({ from, to }) => `  ${id(from)} -. 退回 .-> ${id(to)}`);
  return ['flowchart LR', ...stages.map(box), ...arrows, ...back].join('\n');
}

const joinLabel = (stage: StageDefinition): string => {
  const wanted = joinOf(stage);
  return wanted === stage.after.length ? '' : `|${wanted} / ${stage.after.length}|`;
};

const textOf = ({
  name,
  role,
  agencyName,
  agency,
  workingDays,
  when,
  reportsTo,
}: StageDefinition): string =>
  [
    quoted(name),
    [agencyName ?? agency, role]
      .filter((each) => each !== undefined)
      .map(quoted)
      .join(' '),
    ...(workingDays === undefined ? [] : [`${workingDays} 个工作日`]),
    ...(when === undefined ? [] : [quoted(conditionText(when))]),
    ...(reportsTo === undefined ? [] : [quoted(`报送${reportsTo.agencyName}`)]),
  ].join('<br/>');

/** Names come from whoever publishes: nothing in them may end the box or begin markup. */
const quoted = (text: string): string =>
  text.replace(/[&<>"#`]/g, (sign) => `#${sign.charCodeAt(0)};`).replace(/\s+/g, ' ');

export function conditionText(condition: Condition): string {
  if ('all' in condition) return condition.all.map(conditionText).join(' 且 ');
  if ('any' in condition) return condition.any.map(conditionText).join(' 或 ');
  if ('not' in condition) return `非（${conditionText(condition.not)}）`;
  const { field } = condition;
  if ('equals' in condition) return `${field} = ${String(condition.equals)}`;
  if ('oneOf' in condition) return `${field} ∈ ${condition.oneOf.map(String).join('、')}`;
  if ('atLeast' in condition) return `${field} ≥ ${condition.atLeast}`;
  if ('atMost' in condition) return `${field} ≤ ${condition.atMost}`;
  return condition.present ? `填写了 ${field}` : `未填 ${field}`;
}
