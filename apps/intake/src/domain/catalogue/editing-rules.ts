import type { UnmetRule } from '@onewindow/kernel';
import { unmet } from '../unmet.js';

/** Of two editors of what is published the second is told which fields the first has changed. */
export const changedInEdition = (
  fields: readonly string[],
  number: number,
  called: 'edition' | 'version' = 'edition',
): readonly UnmetRule[] =>
  fields.map((field) =>
    unmet(
      'field-changed-since',
      `“${field}”在第 ${number} 版中已不同，请在最新版上修改。`,
      `"${field}" differs in ${called} ${number}; make your change on that.`,
      { path: field },
    ),
  );

export const IN_THE_PAST: UnmetRule = unmet(
  'in-force-from-now-on',
  '施行日期不得早于今天。',
  'It cannot be in force from a day that has passed.',
  { path: 'inForceFrom' },
);
