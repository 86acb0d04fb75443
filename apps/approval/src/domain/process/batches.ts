import type { UnmetRule } from '@onewindow/kernel';
import type { ProcessDefinition } from './definition.js';
import type { StageKind } from './stage.js';

/** Whatever weighs something in the single case: where one of these may come up, each decision is made by itself. */
const WEIGHING: readonly StageKind[] = [
  'consultation',
  'inspection',
  'expert-review',
  'deliberation',
  'publicity',
];

/** Only decisions on mere form are signed together: no stage of the process leaves anything to discretion (许可法 34). */
export function unmetOfBatches({ stages }: ProcessDefinition): readonly UnmetRule[] {
  const weighed = stages.filter(({ kind }) => WEIGHING.includes(kind));
  return stages.flatMap(({ kind, name, inBatch }, index) => {
    if (inBatch === undefined) return [];
    const path = `stages.${index}.inBatch`;
    if (kind !== 'decision') {
      return {
        rule: 'decisions-in-batch-only',
        path,
        message: {
          zh: `inBatch 只用于决定环节，“${name}”不是决定环节。`,
          en: `inBatch is for the deciding stage; "${name}" is none.`,
        },
      };
    }
    return weighed.map((stage) => ({
      rule: 'batch-on-form-alone',
      path,
      source: '行政许可法 34',
      message: {
        zh: `流程中有“${stage.name}”，须逐件裁量，不能批量决定。`,
        en: `The process has "${stage.name}", which weighs each case, so decisions are not made in batches.`,
      },
    }));
  });
}
