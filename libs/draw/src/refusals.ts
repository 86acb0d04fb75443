import { defineRefusals, refuseWhenUnmet } from '@onewindow/kernel';
import type { DrawFault } from './faults.js';

export const DRAW_REFUSALS = defineRefusals({
  'draw-notice-not-usable': {
    kind: 'unmet',
    zh: '公告不能作为抽取的依据：请改正以下各项后再发布。',
    en: 'Nothing can be drawn by this notice: correct everything that is listed, then publish it.',
  },
  'draw-list-not-usable': {
    kind: 'unmet',
    zh: '名单不能冻结：请改正以下各项。',
    en: 'The list cannot be frozen: correct everything that is listed.',
  },
  'draw-not-possible': {
    kind: 'unmet',
    zh: '不能抽取：请先改正以下各项。',
    en: 'The draw is not possible: correct everything that is listed first.',
  },
});

/** Refuses with every fault that the file would show to a stranger. */
export function refuseFaults(
  faults: readonly DrawFault[],
  code: keyof typeof DRAW_REFUSALS.table,
): void {
  refuseWhenUnmet(
    faults.map(({ fault, message, path }) => ({ rule: fault, message, path })),
    (unmet) => DRAW_REFUSALS.refuse(code, unmet),
  );
}
